import type { Chart, Plugin } from 'chart.js';
import type { Look } from './look';

/** Who follows whom, left and right of no lag. */
interface Sides {
  employeesFollow: string;
  customersFollow: string;
}

/** Says at the top of each half who follows whom, in a picture without its page. */
export function directions({ employeesFollow, customersFollow }: Sides, look: Look): Plugin {
  return {
    id: 'directions-of-lags',
    afterDatasetsDraw({ ctx, chartArea }: Chart) {
      const y = chartArea.top + 0.4 * look.textSize;
      const write = (text: string, x: number, color: string) => {
        ctx.fillStyle = color;
        ctx.strokeText(text, x, y);
        ctx.fillText(text, x, y);
      };
      ctx.save();
      ctx.font = `600 ${look.textSize}px ${look.font}`;
      ctx.textBaseline = 'top';
      ctx.strokeStyle = look.surface;
      ctx.lineWidth = 6;
      ctx.textAlign = 'left';
      write(employeesFollow, chartArea.left + 4, look.customers);
      ctx.textAlign = 'right';
      write(customersFollow, chartArea.right - 4, look.employees);
      ctx.restore();
    }
  };
}
