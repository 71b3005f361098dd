import postcss, { type AtRule, type Declaration, type Rule } from 'postcss';
import {
  sinceAtRule,
  sinceDescriptor,
  sinceFunction,
  sinceProperty,
  sinceSelector,
  sinceValue,
  type Since
} from './compat';

/** Units that came later than the floor, with their Chromium (MDN, css.types.length). */
const UNITS: Record<string, number> = {
  svh: 108,
  dvh: 108,
  lvh: 108,
  svw: 108,
  dvw: 108,
  lvw: 108,
  vi: 108,
  vb: 108,
  lh: 109,
  rlh: 111,
  cqw: 105,
  cqh: 105,
  cap: 118,
  ic: 106
};
/** Chromium has had `gap` in a grid since 66 and in a flex box since 84 (MDN, css.properties.gap). */
const FLEX_GAP = 84;
/** `start` and `end` of these: MDN counts from when flex boxes had them too; in a grid Chromium 70 itself has them. */
const ALIGNS = /^(align|justify|place)-/;
const GAPS = /^(row-|column-)?gap$/;

/**
 * What a stylesheet needs that Chromium `floor` does not have, by MDN's tables. What stands within `@supports` is
 * passed over, and so is a value that follows an older one of the same property. A media query that an engine does not
 * know is false, which is no fault.
 *
 * @param pardoned properties, `:selectors` and `functions()` that only embellish
 * @returns sentences, each once
 */
export function faultsOfStyles(source: string, floor: number, pardoned: readonly string[] = []): string[] {
  const faults = new Set<string>();
  const check = (what: string, name: string, since: Since) => {
    if (since !== null && since > floor && !pardoned.includes(name))
      faults.add(`${what}: since Chromium ${since}`);
  };
  const root = postcss.parse(source);
  const grids = new Set<string>();
  root.walkDecls('display', ({ parent, value }) => {
    if (/grid/.test(value)) for (const selector of (parent as Rule).selectors) grids.add(selector);
  });

  root.walkAtRules((rule) => {
    check(`@${rule.name}`, `@${rule.name}`, sinceAtRule(rule.name.replace(/^-webkit-/, '')));
    if (rule.name === 'media' && /[<>]/.test(rule.params)) check(`@media ${rule.params}`, rule.params, 104);
  });
  root.walkRules((rule) => {
    if (isGuarded(rule)) return;
    if (rule.parent?.type === 'rule')
      check(`${rule.selector} within ${(rule.parent as Rule).selector}`, '&', 120);
    for (const [, name = ''] of rule.selector.matchAll(/::?([a-z-]+)/g))
      if (!name.startsWith('-')) check(`:${name}`, `:${name}`, sinceSelector(name));
    if (/:not\([^)]*,/.test(rule.selector)) check(':not() of a list', ':not', 88);
  });
  root.walkDecls((declaration) => {
    const { prop, value, parent } = declaration;
    if (prop.startsWith('-') || isGuarded(declaration)) return valueFaults(declaration);
    const rule = parent as Rule | AtRule;
    check(prop, prop, rule.type === 'atrule' ? sinceDescriptor(rule.name, prop) : sinceProperty(prop));
    if (GAPS.test(prop) && rule.type === 'rule' && !rule.selectors.every((selector) => grids.has(selector)))
      check(`${prop} of ${rule.selector}, which is no grid`, prop, FLEX_GAP);
    if (hasOlder(declaration) || pardoned.includes(prop) || ALIGNS.test(prop)) return;
    valueFaults(declaration);
    for (const [word = ''] of value.matchAll(/(?<![\w-])[a-z][a-z-]*(?![\w(-])/g))
      check(
        `${prop}: ${word}`,
        `${prop}: ${word}`,
        sinceValue(prop, word.replaceAll('-', '_')) ?? sinceValue(prop, word)
      );
  });
  return [...faults].sort();

  /** Also of custom properties that are put to use. */
  function valueFaults(declaration: Declaration): void {
    const { prop } = declaration;
    if (isGuarded(declaration) || (prop.startsWith('--') && !source.includes(`var(${prop}`))) return;
    const value = declaration.value.replace(/url\([^)]*\)|"[^"]*"|'[^']*'/g, '');
    for (const [, name = ''] of value.matchAll(/(?<![\w-])([a-z][a-z-]*)\(/g))
      check(`${name}()`, `${name}()`, sinceFunction(name));
    for (const [, unit = ''] of value.matchAll(/(?<![\w#.-])-?[\d.]+([a-z]+)/g))
      check(`unit ${unit}`, unit, UNITS[unit] ?? null);
  }
}

function isGuarded(node: Declaration | Rule): boolean {
  for (let above = node.parent; above && above.type !== 'root'; above = above.parent as typeof above)
    if (above.type === 'atrule' && (above as AtRule).name === 'supports') return true;
  return false;
}

/** An engine that does not understand a value keeps the one before. */
function hasOlder(declaration: Declaration): boolean {
  for (let before = declaration.prev(); before; before = before.prev())
    if (before.type === 'decl' && before.prop === declaration.prop) return true;
  return false;
}
