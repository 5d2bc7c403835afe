/** @typedef {Node | string | false | null | undefined} Child absent values are skipped */

/**
 * Outside data becomes text here, never markup.
 *
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {Child[]} children
 */
export function element(tag, attributes, ...children) {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value)
  node.append(...children.filter(isPresent))
  return node
}

/** @param {Child} child @returns {child is Node | string} */
function isPresent(child) {
  return child !== false && child !== null && child !== undefined
}

/** @param {[string, Child][]} entries */
export function list(entries) {
  const known = entries.filter(([, value]) => isPresent(value) && value !== '')
  return element(
    'dl',
    {},
    ...known.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))),
  )
}

/** @param {string} src @param {string} alt */
export function image(src, alt) {
  // The policy would block anything else as well.
  return src.startsWith('data:image/') ? element('img', { src, alt }) : alt
}

/** @param {string} text */
export function code(text) {
  return element('code', {}, text)
}

/** @param {string} template @param {Record<string, string | number>} values */
export function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (all, name) => String(values[name] ?? all))
}

/** @param {string} title @param {Child[]} children */
export function section(title, ...children) {
  return element('section', {}, element('h2', {}, title), ...children)
}

/** @param {number} ms since the epoch */
export function time(ms) {
  const date = new Date(ms)
  return Number.isNaN(date.getTime())
    ? '?'
    : date
        .toISOString()
        .replace('T', ' ')
        .replace(/\.\d+Z$/, ' UTC')
}
