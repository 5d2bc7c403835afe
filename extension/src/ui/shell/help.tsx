import { useEffect, useRef } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { SHORTCUTS } from '../state/shortcuts.ts'

/** The list of keyboard shortcuts. */
export function Help({ onClose }: { onClose: () => void }) {
  const t = texts()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog class="help" ref={dialog} aria-labelledby="help-title" onClose={onClose}>
      <h2 id="help-title">{t.keyboard}</h2>
      <dl>
        {SHORTCUTS.map(([key, action]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t.shortcuts[action]}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>Alt+Shift+1</kbd>
          </dt>
          <dd>{t.shortcuts.pickArea}</dd>
        </div>
        <div>
          <dt>
            <kbd>Alt+Shift+2</kbd>
          </dt>
          <dd>{t.shortcuts.searchPointed}</dd>
        </div>
      </dl>
      <button type="button" class="secondary" onClick={onClose}>
        {t.close}
      </button>
    </dialog>
  )
}
