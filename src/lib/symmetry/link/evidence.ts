import { m } from '$lib/i18n/paraglide/messages';

/** A published study of the link between those who serve and those who are served. */
interface Evidence {
  authors: string;
  year: number;
  /** for: employees and customers go together, or customers follow. against: too weak, none, or the other way round. */
  side: 'for' | 'against';
  /** Which came first, as far as the study tells. */
  direction: () => string;
  /** What was found, with its figure where one is published. */
  found: () => string;
  /** How many were looked at. */
  sample: () => string;
}

/** What may be quoted, for and against, by year: the handbook's list. */
export const EVIDENCE: readonly Evidence[] = [
  {
    authors: 'Silvestro & Cross',
    year: 2000,
    side: 'against',
    direction: m.link_evidence_absent,
    found: m.link_evidence_silvestro,
    sample: m.link_evidence_silvestro_n
  },
  {
    authors: 'Harter, Schmidt & Hayes',
    year: 2002,
    side: 'for',
    direction: m.link_evidence_together,
    found: m.link_evidence_harter,
    sample: m.link_evidence_harter_n
  },
  {
    authors: 'Gelade & Young',
    year: 2005,
    side: 'against',
    direction: m.link_evidence_together,
    found: m.link_evidence_gelade,
    sample: m.link_evidence_gelade_n
  },
  {
    authors: 'Getta',
    year: 2011,
    side: 'against',
    direction: m.link_evidence_employees,
    found: m.link_evidence_getta,
    sample: m.link_evidence_getta_n
  },
  {
    authors: 'Zablah et al.',
    year: 2016,
    side: 'against',
    direction: m.link_evidence_both,
    found: m.link_evidence_zablah,
    sample: m.link_evidence_zablah_n
  },
  {
    authors: 'Aon',
    year: 2018,
    side: 'for',
    direction: m.link_evidence_revenue,
    found: m.link_evidence_aon,
    sample: m.link_evidence_aon_n
  },
  {
    authors: 'Glassdoor',
    year: 2019,
    side: 'for',
    direction: m.link_evidence_together,
    found: m.link_evidence_glassdoor,
    sample: m.link_evidence_glassdoor_n
  }
];

/** The studies of one side, the oldest first. */
export function evidenceOf(side: Evidence['side']): Evidence[] {
  return EVIDENCE.filter((each) => each.side === side).sort((a, b) => a.year - b.year);
}
