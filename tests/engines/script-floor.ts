import { parse, type AnyNode, type Node } from 'acorn';
import { sinceGlobal, sinceMember, sinceMethod, type Since } from './compat';

/** Options of Intl and of listeners, which no engine refuses and old ones pass over, with the Chromium they came in (MDN). */
const OPTIONS: Record<string, number> = {
  hourCycle: 73,
  dateStyle: 76,
  timeStyle: 76,
  signDisplay: 77,
  notation: 77,
  compactDisplay: 77,
  unitDisplay: 77,
  currencySign: 77,
  fractionalSecondDigits: 84,
  dayPeriod: 92,
  roundingMode: 106
};

/**
 * What a script needs that Chromium `floor` does not have. The syntax has to be that of 2019, all of which Chromium
 * has had since 66; names and methods are looked up in MDN's tables.
 *
 * A method is taken for the engine's own unless the script defines one of that name itself, and a name for one that
 * may be missing when the script asks for its `typeof`.
 *
 * @param pardoned names that are asked for before they are used
 * @returns sentences, each once
 */
export function faultsOfScript(source: string, floor: number, pardoned: readonly string[] = []): string[] {
  let program: AnyNode;
  try {
    program = parse(source, { ecmaVersion: 2019, sourceType: 'module' });
  } catch (error) {
    return [`syntax: ${(error as Error).message}, near ${excerpt(source, error as { pos?: number })}`];
  }
  const nodes = [...all(program)];
  const declared = new Set(nodes.flatMap(namesDeclared));
  const methods = new Set(nodes.flatMap(methodsDefined));
  const asked = new Set([...pardoned, ...nodes.flatMap(namesAskedFor)]);
  const faults = new Set<string>();
  const check = (what: string, name: string, since: Since) => {
    if (since !== null && since > floor && !asked.has(name)) faults.add(`${what}: since Chromium ${since}`);
  };

  for (const node of nodes) {
    if (node.type === 'MemberExpression' && !node.computed && node.property.type === 'Identifier') {
      const { name } = node.property;
      if (node.object.type === 'Identifier' && !declared.has(node.object.name))
        check(`${node.object.name}.${name}`, name, sinceMember(node.object.name, name));
    }
    if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && !node.callee.computed) {
      const { property, object } = node.callee;
      const isKnown = object.type === 'Identifier' && sinceMember(object.name, nameOf(property)) !== null;
      if (!isKnown && !methods.has(nameOf(property)))
        check(`.${nameOf(property)}()`, nameOf(property), sinceMethod(nameOf(property)));
    }
    if (node.type === 'Property' && !node.computed)
      check(`option ${nameOf(node.key)}`, nameOf(node.key), OPTIONS[nameOf(node.key)] ?? null);
  }
  for (const name of freeNames(program, declared)) check(name, name, sinceGlobal(name));
  return [...faults].sort();
}

/** Every node below this one, and itself. */
function* all(node: AnyNode): Generator<AnyNode> {
  yield node;
  for (const child of children(node)) yield* all(child);
}

function children(node: AnyNode): AnyNode[] {
  return Object.values(node as object)
    .flat()
    .filter((value): value is AnyNode => typeof (value as Node | null)?.type === 'string');
}

/** Names a node brings in: of variables, functions, classes, parameters and imports. */
function namesDeclared(node: AnyNode): string[] {
  if (node.type === 'VariableDeclarator') return namesIn(node.id);
  if (node.type === 'ImportSpecifier' || node.type === 'ImportDefaultSpecifier') return [node.local.name];
  if (node.type === 'CatchClause') return node.param ? namesIn(node.param) : [];
  if (node.type === 'ArrowFunctionExpression') return node.params.flatMap(namesIn);
  if (node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression')
    return [...(node.id ? [node.id.name] : []), ...node.params.flatMap(namesIn)];
  if ((node.type === 'ClassDeclaration' || node.type === 'ClassExpression') && node.id) return [node.id.name];
  return [];
}

function namesIn(pattern: AnyNode): string[] {
  if (pattern.type === 'Identifier') return [pattern.name];
  if (pattern.type === 'Property') return namesIn(pattern.value);
  if (pattern.type === 'AssignmentPattern') return namesIn(pattern.left);
  return children(pattern).flatMap(namesIn);
}

/** `typeof name`: whoever writes it knows what to do where there is none. */
function namesAskedFor(node: AnyNode): string[] {
  return node.type === 'UnaryExpression' && node.operator === 'typeof' && node.argument.type === 'Identifier'
    ? [node.argument.name]
    : [];
}

function methodsDefined(node: AnyNode): string[] {
  if (node.type === 'MethodDefinition' && !node.computed) return [nameOf(node.key)];
  const isFunction = (value: AnyNode | null) => value !== null && /Function|Identifier/.test(value.type);
  if (node.type === 'Property' && !node.computed && isFunction(node.value)) return [nameOf(node.key)];
  if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression' && isFunction(node.right))
    return [nameOf(node.left.property)];
  return [];
}

/** Names that are used as values and that nobody declares: the engine has to have them. */
function freeNames(node: AnyNode, declared: Set<string>): string[] {
  if (node.type === 'Identifier') return declared.has(node.name) ? [] : [node.name];
  const isName = (child: AnyNode) =>
    ('property' in node && node.property === child && !isComputed(node)) ||
    ('key' in node && node.key === child && !isComputed(node)) ||
    /Label|Break|Continue|Export|Import/.test(node.type);
  return children(node).flatMap((child) =>
    isName(child) && child.type === 'Identifier' ? [] : freeNames(child, declared)
  );
}

const isComputed = (node: AnyNode) => 'computed' in node && node.computed === true;

function nameOf(node: AnyNode): string {
  if (node.type === 'Identifier' || node.type === 'PrivateIdentifier') return node.name;
  return node.type === 'Literal' ? String(node.value) : '';
}

function excerpt(source: string, { pos = 0 }: { pos?: number }): string {
  return JSON.stringify(source.slice(Math.max(0, pos - 30), pos + 30));
}
