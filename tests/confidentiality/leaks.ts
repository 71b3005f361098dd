import { attack } from './attacker';
import { publish, type Published } from './closing';
import type { Organisation } from './organisations';
import { reports, walls } from './readings';
import type { Rule } from './rules';
import { figures, type Reading, type Surface } from './surfaces';

/** Every surface that tells something of a published wave. One that is new is added here. */
export const READINGS: readonly Reading[] = [figures, reports, walls];

/** Something that came out about fewer people than was promised. */
export interface Leak {
  surface: string;
  people: number;
  /** What the attacker computed, and what was planted there. */
  value: number;
  truth: number;
}

/** Publishes a company's wave by a rule, and attacks each surface by itself and all of them together. */
export function assault(
  organisation: Organisation,
  rule: Rule,
  readings = READINGS
): { published: Published; leaks: Leak[] } {
  const published = publish(organisation, rule(organisation));
  const surfaces = readings.flatMap((read) => read(organisation, published));
  return { published, leaks: leaksOf([...surfaces, ...together(surfaces)]) };
}

function leaksOf(surfaces: readonly Surface[]): Leak[] {
  return surfaces.flatMap(({ name, k, sizes, truth, equations }) =>
    attack(sizes, equations, k).map(({ groups, people, value }) => ({
      surface: name,
      people,
      value,
      truth: groups.reduce((sum, group) => sum + truth[group]!, 0)
    }))
  );
}

/** Figures about the same thing, wherever they were read, laid side by side. */
function together(surfaces: readonly Surface[]): Surface[] {
  const alike = new Map<string, Surface[]>();
  for (const surface of surfaces) alike.set(surface.about, [...(alike.get(surface.about) ?? []), surface]);
  return [...alike.values()]
    .filter((several) => several.length > 1)
    .map((several) => ({
      ...several[0]!,
      name: 'together',
      equations: several.flatMap(({ equations }) => equations)
    }));
}
