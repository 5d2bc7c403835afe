import { isChinese } from './index.ts'

const en = {
  menuItem: 'Find on 1688',
  area: {
    title: 'Draw a box around the product',
    search: 'Find on 1688',
    cancel: 'Cancel',
    hint: 'Arrow keys move, with Shift resize · Enter searches · Esc cancels',
  },
}

const zh: typeof en = {
  menuItem: '在 1688 上找同款',
  area: {
    title: '请框选商品',
    search: '在 1688 上找同款',
    cancel: '取消',
    hint: '方向键移动，加 Shift 调整大小 · 回车搜索 · Esc 取消',
  },
}

/**
 * The texts of the context menu and of what is shown on pages. A service worker cannot import() later, so both languages
 * are bundled: these few texts, apart from those of the views.
 */
export function backgroundTexts(): typeof en {
  return isChinese() ? zh : en
}
