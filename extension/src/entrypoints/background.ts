import { defineBackground } from 'wxt/utils/define-background'
import { Places } from '../places/places.ts'
import { welcomeNewcomers } from '../places/welcome.ts'
import { listenToBrowser } from '../search/events.ts'
import { offerMenuItem } from '../search/menu.ts'
import { listenToViews } from '../search/messages.ts'
import { Searcher } from '../search/searcher.ts'

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
