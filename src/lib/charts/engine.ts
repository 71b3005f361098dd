import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineElement,
  SubTitle,
  Title,
  Tooltip
} from 'chart.js';
import {
  LineWithErrorBarsController,
  PointWithErrorBar,
  ScatterWithErrorBarsController
} from 'chartjs-chart-error-bars';
import annotation from 'chartjs-plugin-annotation';

// Only what our charts draw with; this file is loaded when the first of them is on a page.
Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineElement,
  LineWithErrorBarsController,
  PointWithErrorBar,
  ScatterWithErrorBarsController,
  SubTitle,
  Title,
  Tooltip,
  annotation
);

export { Chart };
