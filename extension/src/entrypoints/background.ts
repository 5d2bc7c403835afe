import { defineBackground } from 'wxt/utils/define-background'
import { listenToBrowser } from '../search/events.ts'
import { offerMenuItem } from '../search/menu.ts'
import { listenToViews } from '../search/messages.ts'
import { Searcher } from '../search/searcher.ts'

export default defineBackground(() => {
  const searcher = new Searcher()
  offerMenuItem((click, tab) => searcher.start(click, tab))
  listenToViews(searcher)
  listenToBrowser(searcher)
})
