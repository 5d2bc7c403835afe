import type { Offer } from '@find-on-1688/shared'
import type { ComponentChild } from 'preact'
import { useId } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { hiddenComparedItem } from '../../model/stored-items.ts'
import { titleOf } from '../format/text.ts'
import { useApp } from '../state/app-context.tsx'
import type { Criterion } from './criteria.tsx'

interface Props {
  criteria: Criterion[]
  offers: Offer[]
  hiddenOffers: string[]
}

/** Which rows and columns are shown. Rows are remembered for every comparison, columns for this one. */
export function CriteriaMenu({ criteria, offers, hiddenOffers }: Props) {
  const t = texts()
  const id = useId()
  const { preferences, setPreferences } = useApp()
  const { hiddenCriteria = [] } = preferences
  const hidden = [...hiddenCriteria, ...hiddenOffers].length
  const checkbox = (name: string, label: ComponentChild, isShown: boolean, toggle: () => void) => (
    <label key={name} class="checkbox-label">
      <input type="checkbox" name={name} checked={isShown} onChange={toggle} /> {label}
    </label>
  )
  return (
    <>
      <button type="button" class="secondary criteria" popovertarget={id}>
        {t.criteria}
      </button>
      <div id={id} class="menu criteria-menu" popover="auto">
        <fieldset>
          <legend>{t.offersLabel}</legend>
          {offers.map((offer) => {
            const isShown = !hiddenOffers.includes(offer.offerId)
            const title = <bdi class="offer-title">{titleOf(offer)}</bdi>
            return checkbox(offer.offerId, title, isShown, () =>
              hiddenComparedItem.setValue(toggledIn(hiddenOffers, offer.offerId)),
            )
          })}
        </fieldset>
        <fieldset>
          <legend>{t.criteriaLabel}</legend>
          {criteria.map((criterion) =>
            checkbox(criterion.id, criterion.label, !hiddenCriteria.includes(criterion.id), () =>
              setPreferences({ hiddenCriteria: toggledIn(hiddenCriteria, criterion.id) }),
            ),
          )}
        </fieldset>
        {hidden > 0 && (
          <button
            type="button"
            class="link show-all"
            onClick={() => {
              setPreferences({ hiddenCriteria: [] })
              hiddenComparedItem.setValue([])
            }}
          >
            {t.showAllCriteria}
          </button>
        )}
      </div>
    </>
  )
}

function toggledIn(all: string[], one: string): string[] {
  return all.includes(one) ? all.filter((each) => each !== one) : [...all, one]
}
