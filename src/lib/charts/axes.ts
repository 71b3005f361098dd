import type { CartesianScaleOptions, TooltipOptions } from 'chart.js';
import { integer, percent } from '$lib/i18n/format';
import type { Look } from './look';

/** What all charts have in common. Nothing moves: a new filter draws a new chart, and no motion would explain it. */
export const STILL = { animation: false, maintainAspectRatio: false } as const;

export function font(look: Look) {
  return { family: look.font, size: look.textSize };
}

/** Slices of time, in order. */
export function timeAxis(look: Look) {
  return {
    grid: { display: false },
    border: { color: look.line },
    ticks: { color: look.inkSoft, font: font(look), maxRotation: 0, autoSkipPadding: 12 }
  } satisfies Partial<Record<keyof CartesianScaleOptions, unknown>>;
}

/** Numbers of verbatims, from zero. */
export function countAxis(look: Look) {
  return {
    beginAtZero: true,
    grid: { color: look.line },
    border: { display: false },
    ticks: {
      color: look.inkSoft,
      font: font(look),
      precision: 0,
      maxTicksLimit: 5,
      callback: (value: string | number) => integer(Number(value))
    }
  };
}

/** Shares, always all of the scale from nobody to everybody. */
export function shareAxis(look: Look) {
  return {
    min: 0,
    max: 1,
    grid: { color: look.line },
    border: { display: false },
    ticks: {
      color: look.inkSoft,
      font: font(look),
      stepSize: 0.25,
      maxRotation: 0,
      autoSkipPadding: 12,
      callback: (value: string | number) => percent(Number(value))
    }
  };
}

/** Scores, always all of the scale from 0 to 100. */
export function scoreAxis(look: Look) {
  return {
    min: 0,
    max: 100,
    grid: { color: look.line, tickLength: 4 },
    border: { display: false },
    ticks: {
      color: look.inkSoft,
      font: font(look),
      stepSize: 25,
      maxRotation: 0,
      autoSkipPadding: 12,
      callback: (value: string | number) => integer(Number(value))
    }
  };
}

export function tooltip(look: Look): Partial<TooltipOptions> {
  return {
    backgroundColor: look.ink,
    titleColor: look.surface,
    bodyColor: look.surface,
    titleFont: { ...font(look), weight: 600 },
    bodyFont: font(look),
    displayColors: false,
    padding: 10
  };
}
