import type { TeachingReport } from '$lib/sentiment/learned/teach';
import type { Label } from '$lib/sentiment/sentiment';

/** A model that was taught with the company's own texts, and how it did. */
export interface TaughtModel {
  id: number;
  /** ISO time. */
  madeAt: string;
  report: TeachingReport;
  /** Whether it was no worse than the model of its day on texts that neither had learned from. */
  adopted: boolean;
  /** Whether it can still be chosen: the weights of the oldest are not kept. */
  kept: boolean;
}

/** Which model tags. */
export interface Choice {
  /** Null is the shipped one. */
  model: number | null;
  /** ISO time, null when nothing was ever chosen. */
  since: string | null;
  /** Name of the administrator who chose it, null when it was adopted by itself. */
  by: string | null;
  /** Whether it stays until a person chooses again, whatever is learned. */
  pinned: boolean;
}

/** Reading the past again with the model in force. */
export interface Retagging {
  id: number;
  status: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  /** Texts in all, null before they are counted; those read again; those whose sentiment changed. */
  total: number | null;
  done: number;
  changed: number;
  requestedAt: string;
  finishedAt: string | null;
  failure: string | null;
}

/** What there is to learn from. */
export interface Material {
  rated: number;
  corrected: number;
}

/** A text whose label is not the known one. */
export interface Mistake {
  id: string;
  text: string;
  language: string;
  /** By its rating or by a person. */
  known: Label;
  corrected: boolean;
}
