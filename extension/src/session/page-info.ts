import type { Browser } from 'wxt/browser'
import type { Source } from '../model/picture.ts'

const MOST_LETTERS = 2000

/** Address and title of a tab's page, where the click lets us know them and the address is not too long to keep. */
export function pageInfo({ url, title = '' }: Browser.tabs.Tab): Pick<Source, 'page'> {
  const isPage = url !== undefined && /^https?:/i.test(url) && url.length <= MOST_LETTERS
  return isPage ? { page: { address: url, title: title.slice(0, MOST_LETTERS) } } : {}
}
