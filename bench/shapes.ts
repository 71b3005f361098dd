import { seeded } from '../src/lib/demo/random';
import type { Node } from '../src/lib/pulse/audit';

/** For each team but the first, which earlier one it lies below. */
type Shape = (team: number, random: () => number) => number | null;

const SHAPES: Record<string, Shape> = {
  chain: (team) => team - 1,
  star: () => 0,
  /** A chain of managers, each with one team beside. */
  caterpillar: (team) => (team % 2 === 1 ? team - 1 : team - 2),
  binary: (team) => Math.floor((team - 1) / 2),
  regions: (team) => (team <= 12 ? 0 : 1 + (team % 12)),
  forest: (team) => (team % 10 === 0 ? null : team - (team % 10)),
  random: (team, random) => Math.floor(team * random())
};

/** How many people answered in one team. */
const SIZES: ((random: () => number) => number)[] = [
  () => 1,
  (random) => Math.floor(2 * random()),
  (random) => Math.floor(5 * random()),
  (random) => Math.floor(12 * random()),
  (random) => (random() < 0.4 ? 1 : 4 + Math.floor(30 * random()))
];

const TIMES = 8;

/** Trees of every shape, with teams of several sizes; people who did not answer are among those who were asked. */
export function shapesOf(teams: number): { shape: string; trees: Node[][] }[] {
  return Object.entries(SHAPES).map(([shape, above]) => ({
    shape,
    trees: SIZES.flatMap((sizeOf, kind) =>
      Array.from({ length: TIMES }, (_, time) => treeOf(teams, above, sizeOf, seeded(100 * kind + time)))
    )
  }));
}

function treeOf(
  teams: number,
  above: Shape,
  sizeOf: (random: () => number) => number,
  random: () => number
): Node[] {
  return Array.from({ length: teams }, (_, team) => {
    const parent = team === 0 ? null : above(team, random);
    const own = sizeOf(random);
    const asked = own + Math.floor(3 * random());
    return { id: `${team}`, parent: parent === null ? null : `${parent}`, own, asked };
  });
}
