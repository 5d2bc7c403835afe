import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { inputOfProduct } from '../../batch/pictures/page-pictures.ts'
import { texts } from '../../i18n/index.ts'
import type { BatchSettings } from '../../model/batch.ts'
import type { PageProduct } from '../../model/page-product.ts'
import { BackButton } from '../components/back-button.tsx'
import { Message } from '../components/message.tsx'
import { languageOf } from '../offer/variant-facts.tsx'
import { useApp } from '../state/app-context.tsx'
import { type ChosenProducts, pageCurrency } from './add-page-products.ts'
import { ListSettings } from './list-settings.tsx'
import { ProductGrid } from './product-grid.tsx'
import { ReadingView } from './reading-view.tsx'
import { usePageProducts } from './use-page-products.ts'
import './batch.css'
import './page-products.css'

/** The products of the page in a tab, to choose those that become a list. */
export function PageProductsView({ tabId }: { tabId: number }) {
  const t = texts().pageProducts
  const { announce, preferences } = useApp()
  const { found, look } = usePageProducts(tabId)
  const [changed, setChanged] = useState<Record<string, boolean>>({})
  const [typed, setTyped] = useState<BatchSettings>()
  const [chosen, setChosen] = useState<ChosenProducts>()
  if (chosen) return <ReadingView chosen={chosen} />
  if (found.state === 'private')
    return (
      <Message alone title={t.privateTitle} text={t.privateHint}>
        <BackButton />
      </Message>
    )
  if (found.state === 'gone') return <PageGone onLook={look} />
  if (found.state === 'looking')
    return (
      <p class="page-products-looking" role="status">
        {t.looking}
      </p>
    )
  const { products, title, tab } = found
  const lookAgain = async () => announce(t.lookedAgain(await look()))
  if (products.length === 0)
    return (
      <Message alone title={t.noneTitle} text={t.noneHint} role="status">
        <button type="button" class="primary look-again" onClick={lookAgain}>
          {t.lookAgain}
        </button>
      </Message>
    )
  const hasResults = products.some(isResult)
  const isSelected = (each: PageProduct) => changed[each.key] ?? (isResult(each) || !hasResults)
  const selected = products.filter(isSelected)
  const select = (some: readonly PageProduct[], isOn: boolean) =>
    setChanged((before) => ({ ...before, ...Object.fromEntries(some.map(({ key }) => [key, isOn])) }))
  const settings = {
    quantity: preferences.quantity,
    currency: pageCurrency(products),
    maxSearches: null,
    ...typed,
  }
  const add = () => setChosen({ name: title || texts().batches, products: selected, tab, settings })
  return (
    <section class="page-products" aria-labelledby="page-products-title">
      <header class="view-header">
        <BackButton />
        <div class="page-products-heading">
          <h1 id="page-products-title">{t.title(products.length)}</h1>
          <p class="own-text" dir="auto" lang={languageOf(title)}>
            {title}
          </p>
        </div>
        <button type="button" class="secondary look-again" onClick={lookAgain}>
          {t.lookAgain}
        </button>
      </header>
      <p class="lead">{t.hint}</p>
      <ListSettings inputs={selected.map(inputOfProduct)} settings={settings} onChange={setTyped} />
      <ProductGrid products={products} isSelected={isSelected} onSelect={select} />
      <footer class="page-products-foot">
        <button type="button" class="primary" disabled={selected.length === 0} onClick={add}>
          {t.add(selected.length)}
        </button>
        <span role="status">{t.selection(selected.length, products.length)}</span>
        <span class="hint">{t.addHint}</span>
      </footer>
    </section>
  )
}

/** What the page itself lists, and nobody paid for. */
function isResult({ section, isAd }: PageProduct): boolean {
  return section === 'list' && !isAd
}

function PageGone({ onLook }: { onLook(): void }) {
  const t = texts().pageProducts
  const [key, setKey] = useState<string>()
  useEffect(() => {
    browser.commands
      .getAll()
      .then((all) => setKey(all.find(({ name }) => name === 'find-all')?.shortcut || undefined))
  }, [])
  return (
    <Message alone title={t.goneTitle} text={key ? t.goneHint(key) : t.goneHintNoKey}>
      <button type="button" class="secondary look-again" onClick={onLook}>
        {t.lookAgain}
      </button>
      <BackButton />
    </Message>
  )
}
