import type { ComponentChildren } from 'preact'
import { PLACES } from '../habits/habits.ts'
import { openOptions } from '../proxy/settings.ts'
import { ask } from '../search/wish.ts'
import { texts } from '../text/index.ts'
import { useDesk } from './desk.tsx'
import { MenuItem } from './menu-item.tsx'
import { canOpenIn, openIn } from './open-in.ts'
import type { Section } from './section.ts'
import { openApp } from './where.ts'

/** The parts of the app, and everything else behind one word. */
export function Nav({ onHelp, children }: { onHelp: () => void; children?: ComponentChildren }) {
  const t = texts()
  const { section, go, shortlist, where } = useDesk()
  const link = (name: Section, label: string, count = 0) => (
    <button
      type="button"
      class="part"
      data-part={name}
      aria-current={section === name ? 'page' : undefined}
      onClick={() => go(name)}
    >
      {label}
      {count > 0 && <span class="count">{count}</span>}
    </button>
  )
  const others = PLACES.filter((place) => place !== where && canOpenIn(place))
  return (
    <nav aria-label={t.parts}>
      {link('results', t.results)}
      {link('shortlist', t.shortlist, shortlist.size)}
      {link('history', t.history)}
      <span class="gap" />
      <button type="button" class="part menu" popovertarget="menu">
        {t.more}
      </button>
      <div id="menu" popover="auto">
        <MenuItem name="pick" label={t.pickArea} onChoose={() => ask({ type: 'pick' })} />
        <MenuItem
          name="bring"
          label={t.ownPicture}
          onChoose={() => (where === 'popup' ? openApp('bring') : go('bring'))}
        />
        {children}
        {others.map((place) => (
          <MenuItem
            key={place}
            name={place}
            label={t.openIn[place]}
            onChoose={() => openIn(place, section)}
          />
        ))}
        <MenuItem name="keyboard" label={t.keyboard} onChoose={onHelp} />
        <MenuItem name="settings" label={t.settings} onChoose={openOptions} />
      </div>
    </nav>
  )
}
