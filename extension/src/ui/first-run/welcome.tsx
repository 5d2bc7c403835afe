import { texts } from '../../i18n/index.ts'
import { CodeSource } from '../connection/code-source.tsx'
import { Connection } from '../connection/connection.tsx'
import { FocusChoice, SurfaceChoice } from './choices.tsx'
import { OfferPhotosGrant } from './offer-photos-grant.tsx'
import { PinHint } from './pin-hint.tsx'
import { TryIt } from './try-it.tsx'

/** The first page: connect, choose, try it out, and see what leaves the browser. */
export function Welcome({ isSetUp }: { isSetUp: boolean }) {
  const t = texts()
  return (
    <section class="welcome" aria-labelledby="welcome-title">
      <h1 id="welcome-title">{t.welcome}</h1>
      <p class="lead">{t.welcomeLead}</p>
      <ol class="setup-steps">
        <li>
          <h2>{t.welcomeConnect}</h2>
          <p>{t.welcomeConnectText}</p>
          <Connection />
          {!isSetUp && <CodeSource />}
        </li>
        <li>
          <h2>{t.welcomeChoose}</h2>
          <FocusChoice />
          <SurfaceChoice />
          <OfferPhotosGrant />
        </li>
        <li>
          <h2>{t.welcomeTry}</h2>
          <TryIt isSetUp={isSetUp} />
          <PinHint />
        </li>
      </ol>
      <h2>{t.dataSentTitle}</h2>
      <ul class="data-sent">
        {t.dataSent.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <p>{t.dataNotSent}</p>
    </section>
  )
}
