import type { View } from '../browser/driver.ts'
import { accessFaults } from './access-checks.ts'
import { audit } from './axe.ts'
import type { Check } from './states.ts'

/** Neither axe nor our own rules find a barrier, and nothing needs to be scrolled sideways. */
export const isAccessible: Check = async (view, name) => [
  ...(await audit(view, name)),
  ...(await accessFaults(view, name)),
  ...(await overflow(view)),
]

/** Every string is translated, fits with 50 % more length, and is laid out from right to left. */
export const isMirrored: Check = async (view) => {
  const find = async (scripts: string[]) =>
    (await view.evaluate<string[][]>(`[${scripts.join(', ')}]`)).flat()
  const mirrored = await find([OVERFLOW, CUT_OFF, UNTRANSLATED, NOT_MIRRORED])
  await view.evaluate("void (document.documentElement.dir = 'ltr')")
  const unmirrored = await find([OVERFLOW, CUT_OFF])
  await view.evaluate("void (document.documentElement.dir = 'rtl')")
  return [...mirrored, ...unmirrored]
}

const overflow = (view: View) => view.evaluate<string[]>(OVERFLOW)

/** Only a table of compared offers may be wider than its place. */
const OVERFLOW = `[document.documentElement, ...document.querySelectorAll('body *')]
  .filter((element) => element === document.documentElement || /auto|scroll/.test(getComputedStyle(element).overflowX))
  .filter((element) => element.scrollWidth > element.clientWidth + 1 && !element.querySelector('.comparison'))
  .map((element) => 'scrolls sideways: ' + element.localName + '.' + element.className + ', ' + element.scrollWidth + ' in ' + element.clientWidth)`

/** Words that come from the platform, the page or the keyboard. */
const FOREIGN =
  '[lang=zh], .offer-page bdi, .connected .address, .proxy-address code, .col-converted, .title, .offer-title, #offer-name, .supplier-name, .place, .context, .detail, .notes, kbd, .key, .past-search .reopen, .covered-products .name, .item-number, .your-variant, option, .changes li, .query-photo, .own-text'

const UNTRANSLATED = `(() => {
  const found = []
  const walker = document.createTreeWalker(document.querySelector('#app'), NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { textContent, parentElement } = walker.currentNode
    if (!/[A-Za-z]{3,}/.test(textContent) || parentElement.closest(${JSON.stringify(FOREIGN)})) continue
    // What came through the pseudo-language has accents.
    if (!/[^\\x00-\\x7f]/.test(textContent)) found.push('not translated: ' + textContent)
  }
  return found
})()`

/** The parts of `.margin-summary` that do not fit are on lines below it, which are not shown. */
const CUT_OFF = `[...document.querySelectorAll('button, label, h1, h2, th, .subtitle, legend')]
  .filter((element) => element.checkVisibility() && getComputedStyle(element).overflow !== 'visible' && element.scrollWidth > element.clientWidth + 1)
  .filter((element) => !element.matches('.header-text h1, .offer-link, .reopen, .margin-summary, .visually-hidden'))
  .map((element) => 'cut off: ' + element.outerHTML.slice(0, 120))`

const NOT_MIRRORED = `(() => {
  if (getComputedStyle(document.body).direction !== 'rtl') return ['not from right to left']
  const [picture, words] = ['.offer-photo', '.offer-text'].map((each) => document.querySelector('.offer ' + each)?.getBoundingClientRect())
  return picture && words && picture.left < words.right - 1 ? ['the picture is on the wrong side'] : []
})()`
