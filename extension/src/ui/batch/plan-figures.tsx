import type { Plan } from '../../batch/run/plan.ts'
import { texts } from '../../i18n/index.ts'
import { whole } from '../format/text.ts'
import { useSearchesLeft } from './use-plan.ts'

interface Props {
  plan: Plan
  /** How many it takes at most, with its own limit. */
  searches: number
  /** How many pictures are being read. */
  reading: number
}

/** How many products, pictures and searches, and how many searches are left today. */
export function PlanFigures({ plan, searches, reading }: Props) {
  const t = texts()
  const left = useSearchesLeft()
  return (
    <dl class="plan-figures">
      <div>
        <dt>{t.planProducts}</dt>
        <dd>{whole(plan.products)}</dd>
      </div>
      <div>
        <dt>{t.planPictures}</dt>
        <dd>{whole(plan.withPicture)}</dd>
        <dd class="plan-figure-note">
          {reading > 0
            ? t.readingPictures(whole(reading))
            : plan.identical > 0 && t.planIdentical(whole(plan.identical))}
        </dd>
      </div>
      <div>
        <dt>{t.planSearches}</dt>
        <dd>{searches === 0 ? '0' : t.upTo(whole(searches))}</dd>
        <dd class="plan-figure-note">{t.planSearchesNote}</dd>
      </div>
      <div>
        <dt>{t.planLeft}</dt>
        {typeof left === 'number' ? (
          <>
            <dd>{whole(left)}</dd>
            {left < searches && <dd class="plan-figure-note missing">{t.planTooFew}</dd>}
          </>
        ) : (
          <dd>{left === null ? t.noDailyLimit : t.notKnownYet}</dd>
        )}
        {left && typeof left === 'object' && (
          <dd class="plan-figure-note missing">{t.failures[left.code].title}</dd>
        )}
      </div>
    </dl>
  )
}
