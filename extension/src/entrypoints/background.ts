import { defineBackground } from 'wxt/utils/define-background'
import { listenToCommands } from '../background/commands.ts'
import { addContextMenu } from '../background/context-menu.ts'
import { handleMessages } from '../background/message-handler.ts'
import { openWelcomeOnInstall } from '../background/open-welcome.ts'
import { Surfaces } from '../background/surfaces.ts'
import { SearchController } from '../session/search-controller.ts'

export default defineBackground(() => {
  const surfaces = new Surfaces()
  const controller = new SearchController((search) => surfaces.onChange(search))
  addContextMenu((click, tab, surface) => {
    surfaces.open(surface, tab)
    controller.searchClick(click, tab)
  })
  surfaces.listen()
  handleMessages(controller, surfaces)
  listenToCommands(controller, surfaces)
  openWelcomeOnInstall()
})
