import { texts } from '../../i18n/index.ts'

const KEYS = [
  { name: 'move', keys: ['j', 'k'] },
  { name: 'take', keys: ['1', '9'], isRange: true },
  { name: 'none', keys: ['0'] },
  { name: 'undecided', keys: ['u'] },
  { name: 'note', keys: ['n'] },
  { name: 'offers', keys: ['←', '→'] },
  { name: 'open', keys: ['Enter'] },
  { name: 'photos', keys: ['p'] },
  { name: 'tiers', keys: ['t'] },
  { name: 'search', keys: ['/'] },
] as const

/** The keys in sight, and what takes the last decision back. */
export function DeskKeys({ undoCount, onUndo }: { undoCount: number; onUndo(): void }) {
  const { desk: t } = texts()
  return (
    <div class="desk-keys">
      <button
        type="button"
        class="secondary undo"
        aria-keyshortcuts="Z"
        disabled={undoCount === 0}
        onClick={onUndo}
      >
        <kbd>z</kbd> {t.undoDecision}
      </button>
      {KEYS.map(({ name, keys, ...rest }) => (
        <span key={name}>
          <kbd>{keys[0]}</kbd>
          {keys[1] && (
            <>
              {'isRange' in rest ? '–' : ' '}
              <kbd>{keys[1]}</kbd>
            </>
          )}{' '}
          {t.deskKeys[name]}
        </span>
      ))}
      <span class="desk-privacy">{t.deskPrivacy}</span>
    </div>
  )
}
