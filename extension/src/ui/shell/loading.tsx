import type { Where } from '../state/surface.ts'

/** What stands there until it is known what to show: the same frame that the popup's page begins with. */
export function Opening({ where }: { where: Where }) {
  if (where !== 'popup') return <main class={`app ${where}`} />
  return (
    <main class="app popup shell">
      <header>
        <div class="query" />
        <div class="answer">
          <h1>1688…</h1>
        </div>
      </header>
    </main>
  )
}
