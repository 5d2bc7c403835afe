import { defineBackground } from 'wxt/utils/define-background'
import { listenToBrowser } from '../background/commands.ts'
import { offerMenuItem } from '../background/context-menu.ts'
import { listenToViews } from '../background/message-handler.ts'
import { welcomeNewcomers } from '../background/open-welcome.ts'
import { Places } from '../background/surfaces.ts'
import { Searcher } from '../session/search-controller.ts'

export default defineBackground(() => {
  const places = new Places()
  const searcher = new Searcher((search) => places.onChange(search))
  offerMenuItem((click, tab, place) => {
    places.open(place, tab)
    searcher.start(click, tab)
  })
  places.listen()
  listenToViews(searcher, places)
  listenToBrowser(searcher, places)
  welcomeNewcomers()
})
