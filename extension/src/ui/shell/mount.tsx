import { render } from 'preact'
import type { Surface } from '../../model/preferences.ts'
import { searchItem } from '../../model/stored-items.ts'
import { LoadedOffers } from '../results/results.tsx'
import { App } from './app.tsx'
import { drawInNewLanguage, loadTexts } from './load-texts.ts'

/** Renders the app in place of what the page shows before. */
export async function mount(surface: Surface): Promise<void> {
  preloadOffers()
  await loadTexts()
  const root = document.getElementById('app') as HTMLElement
  root.replaceChildren()
  const draw = () => render(<App surface={surface} />, root)
  draw()
  drawInNewLanguage(draw)
}

/** While the app starts, so that stored results need not wait for it. Without a search, nothing loads it. */
async function preloadOffers(): Promise<void> {
  if (await searchItem.getValue()) await LoadedOffers.preload()
}
