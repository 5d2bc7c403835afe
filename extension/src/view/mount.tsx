import { render } from 'preact'
import { speak } from '../text/index.ts'
import { App } from './app.tsx'
import type { Where } from './where.ts'

/** Draws the app in place of what the page shows before. */
export async function mount(where: Where): Promise<void> {
  await speak()
  const place = document.getElementById('app') as HTMLElement
  place.replaceChildren()
  render(<App where={where} />, place)
}
