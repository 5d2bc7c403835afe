import { render } from 'preact'
import type { Surface } from '../../model/preferences.ts'
import { App } from './app.tsx'
import { loadTexts } from './load-texts.ts'

/** Renders the app in place of what the page shows before. */
export async function mount(surface: Surface): Promise<void> {
  await loadTexts()
  const root = document.getElementById('app') as HTMLElement
  root.replaceChildren()
  render(<App surface={surface} />, root)
}
