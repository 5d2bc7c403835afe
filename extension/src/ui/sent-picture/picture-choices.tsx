import { texts } from '../../i18n/index.ts'
import { ask } from '../../model/messages.ts'
import type { Choice } from '../../model/search.ts'

/** The pictures that the click may have meant. */
export function Choices({ choices }: { choices: Choice[] }) {
  const t = texts()
  return (
    <section class="choices" aria-label={t.chooseTitle}>
      <p>{t.chooseText}</p>
      <div>
        {choices.map((choice, index) => (
          <button
            key={choice.source.pictureId ?? index}
            type="button"
            class="choice"
            onClick={() => ask({ type: 'choose', index })}
          >
            <span class="shot">
              <img src={choice.thumb ?? choice.source.addresses.at(-1)} alt="" referrerpolicy="no-referrer" />
            </span>
            <b>{t.kinds[choice.kind]}</b>
            <span class="size">
              {choice.width}×{choice.height}
            </span>
          </button>
        ))}
      </div>
    </section>
  )
}
