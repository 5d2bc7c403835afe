import { defineBackground } from 'wxt/utils/define-background'
import { listenToCommands } from '../background/commands.ts'
import { addContextMenu } from '../background/context-menu.ts'
import { handleMessages } from '../background/message-handler.ts'
import { openWelcomeOnInstall } from '../background/open-welcome.ts'
import { Surfaces } from '../background/surfaces.ts'
import { setSvgRasterizer } from '../image/rasterize-svg.ts'
import { rasterizeInDocument } from '../image/svg-rasterizer.ts'
import { SearchController } from '../session/search-controller.ts'

export default defineBackground(() => {
  // Its background has a document of its own.
  if (import.meta.env.FIREFOX) setSvgRasterizer(rasterizeInDocument)
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
