type Child = Node | string | null | false | undefined;
type Props = Record<string, string | number | boolean | null | undefined | ((event: never) => void)>;

/**
 * Makes an element. Text is always a text node: nobody writes markup into a wall.
 *
 * @param props attributes by name; `on...` are listeners; what is null or false is left out, true is an empty attribute
 */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  return fill(document.createElement(tag), props, children);
}

export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  props: Props = {},
  ...children: Child[]
): SVGElementTagNameMap[Tag] {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', tag), props, children);
}

/** Takes everything out of an element and puts these in. */
export function replace(element: Element, ...children: Child[]): void {
  element.textContent = '';
  append(element, children);
}

function fill<Made extends Element>(element: Made, props: Props, children: Child[]): Made {
  for (const name of Object.keys(props)) {
    const value = props[name];
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== null && value !== undefined && value !== false)
      element.setAttribute(name, String(value));
  }
  append(element, children);
  return element;
}

function append(element: Element, children: Child[]): void {
  for (const child of children) {
    if (child) element.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
  }
}
