import { render } from 'preact'
import { loadTexts } from '../../i18n/index.ts'
import type { Surface } from '../../model/preferences.ts'
import { App } from './app.tsx'

/** Draws the app in place of what the page shows before. */
export async function mount(surface: Surface): Promise<void> {
  await loadTexts()
  const place = document.getElementById('app') as HTMLElement
  place.replaceChildren()
  render(<App surface={surface} />, place)
}
