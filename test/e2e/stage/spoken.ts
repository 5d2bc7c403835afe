import type { AccessibleNode, View } from '../browser/driver.ts'

/** What a screen reader can be told to go to, which has to have a name. */
const CONTROLS = new Set([
  ...['button', 'link', 'textbox', 'searchbox', 'spinbutton', 'combobox', 'checkbox', 'radio', 'slider'],
  ...['menuitem', 'tab', 'switch', 'option', 'image', 'heading'],
])

/** Its role and name, with what matters of its state: `button "Save" not pressed`. */
function spoken({ role, name, value, states }: AccessibleNode): string {
  const state = [
    role === 'heading' && `level ${states.level}`,
    states.pressed !== undefined && (`${states.pressed}` === 'true' ? 'pressed' : 'not pressed'),
    states.expanded !== undefined && (states.expanded ? 'open' : 'closed'),
    role === 'textbox' && value !== undefined && `holds "${value}"`,
    states.invalid === 'true' && 'invalid',
    states.disabled === true && 'disabled',
  ]
  return [`${role} "${name}"`, ...state.filter(Boolean)].join(' ')
}

export async function readOut(view: View): Promise<string[]> {
  return (await view.accessibilityTree()).map(spoken)
}

/** Controls, pictures and headings that have no name, with what was said before each. */
export async function nameless(view: View): Promise<string[]> {
  const tree = await view.accessibilityTree()
  return tree.flatMap((node, at) =>
    CONTROLS.has(node.role) && node.name.trim() === ''
      ? [`${node.role} after ${tree.slice(0, at).map(spoken).at(-1)}`]
      : [],
  )
}

/** The part of what is said that begins with one line, up to the next that begins with another. */
export function partOf(said: string[], begins: string, ends: string): string[] {
  const from = said.indexOf(begins)
  const part = said.slice(from)
  const to = part.findIndex((each, at) => at > 0 && each.startsWith(ends))
  return from < 0 ? [] : part.slice(0, to < 0 ? undefined : to)
}

/** What has the focus, as it is announced on arrival. */
export async function focused(view: View): Promise<string> {
  const tree = await view.accessibilityTree()
  const all = tree.filter(({ states }) => states.focused === true)
  const last = all.at(-1)
  return last ? spoken(last) : 'nothing'
}

/** From now on keeps what live regions say, for `announced`. A region that comes with its text counts: alerts do. */
export async function listen(view: View): Promise<void> {
  await view.evaluate(`void (() => {
    const LIVE = '[aria-live=polite], [aria-live=assertive], [role=status], [role=alert], output'
    const said = (window.announcedTexts = [])
    const last = new Map()
    const read = () => {
      for (const region of document.querySelectorAll(LIVE)) {
        const text = region.innerText.replace(/\\s+/g, ' ').trim()
        const before = last.get(region)
        last.set(region, text)
        // Most screen readers are silent on a polite region that comes together with its text.
        const speaks = before !== undefined || region.getAttribute('role') === 'alert'
        if (text && text !== before && speaks) said.push(text)
      }
    }
    for (const region of document.querySelectorAll(LIVE)) last.set(region, '')
    read()
    new MutationObserver(read).observe(document.documentElement, { subtree: true, childList: true, characterData: true })
  })()`)
}

export function announced(view: View): Promise<string[]> {
  return view.evaluate('window.announcedTexts')
}
