import type { Look } from './look';
import type { Shape } from './shapes';

/** Whose figure it is: it keeps its hue and its shape in every chart. */
export type Side = 'customers' | 'employees' | 'leaders';

export const SIDE_SHAPES: Record<Side, Shape> = {
  customers: 'rect',
  employees: 'circle',
  leaders: 'triangle'
};

export function sideColor(side: Side, look: Look): string {
  return { customers: look.customers, employees: look.employees, leaders: look.ink }[side];
}
