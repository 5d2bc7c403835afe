import { useEffect, useRef } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { useApp } from '../state/app-context.tsx'
import { grouped, useListedActions } from './use-listed-actions.ts'

/** All keys, by what they do. */
export function KeyList({ onClose }: { onClose: () => void }) {
  const t = texts()
  const { preferences, setPreferences } = useApp()
  const dialog = useRef<HTMLDialogElement>(null)
  const actions = useListedActions().filter(({ key }) => key)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog class="dialog key-list" ref={dialog} aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">{t.keyboard}</h2>
      <dl>
        {grouped(actions).flatMap(([, some]) =>
          some.map(({ name, key, label }) => (
            <div key={name}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{label}</dd>
            </div>
          )),
        )}
      </dl>
      <label class="checkbox-label">
        <input
          type="checkbox"
          name="singleKeys"
          checked={preferences.singleKeys ?? true}
          onChange={({ currentTarget }) => setPreferences({ singleKeys: currentTarget.checked })}
        />
        {t.singleKeys}
      </label>
      <button type="button" class="secondary" onClick={onClose}>
        {t.close}
      </button>
    </dialog>
  )
}
