import { render } from 'preact'
import { speak } from '../../i18n/index.ts'
import type { Where } from '../state/surface.ts'
import { App } from './app.tsx'

/** Draws the app in place of what the page shows before. */
export async function mount(where: Where): Promise<void> {
  await speak()
  const place = document.getElementById('app') as HTMLElement
  place.replaceChildren()
  render(<App where={where} />, place)
}
