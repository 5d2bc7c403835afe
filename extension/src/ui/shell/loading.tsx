import type { Surface } from '../../model/preferences.ts'

/** What stands there until it is known what to show: the same frame that the popup's page begins with. */
export function Loading({ surface }: { surface: Surface }) {
  if (surface !== 'popup') return <main class={`app ${surface}`} />
  return (
    <main class="app popup loading">
      <header>
        <div class="query-photo" />
        <div class="header-text">
          <h1>1688…</h1>
        </div>
      </header>
    </main>
  )
}
