import { texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { Candidate } from '../../model/picture.ts'

/** The pictures that the click may have been meant for. */
export function PictureChoices({ choices }: { choices: Candidate[] }) {
  const t = texts()
  return (
    <section class="choices" aria-label={t.choosePicture}>
      <p>{t.choosePictureHint}</p>
      <div>
        {choices.map((choice, index) => (
          <button
            key={choice.source.pictureId ?? index}
            type="button"
            class="choice"
            onClick={() => sendToBackground({ type: 'choose', index })}
          >
            <span class="thumb">
              <img src={choice.thumb ?? choice.source.addresses.at(-1)} alt="" referrerpolicy="no-referrer" />
            </span>
            <b>{t.pictureKinds[choice.kind]}</b>
            <span class="size">
              {choice.width}×{choice.height}
            </span>
          </button>
        ))}
      </div>
    </section>
  )
}
