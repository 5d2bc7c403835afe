import type { ComponentChildren } from 'preact'
import { openOptions } from '../../api/settings.ts'
import { texts } from '../../i18n/index.ts'
import { ask } from '../../model/messages.ts'
import { PLACES } from '../../model/preferences.ts'
import { MenuItem } from '../components/menu-item.tsx'
import { useDesk } from '../state/app-context.tsx'
import { canOpenIn, openIn } from '../state/open-in.ts'
import type { Section } from '../state/route.ts'
import { openApp } from '../state/surface.ts'

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
