import { useRef } from 'preact/hooks'
import { PLACES, type PlaceToOpen } from '../habits/habits.ts'
import { openOptions } from '../proxy/settings.ts'
import { ask } from '../search/wish.ts'
import { texts } from '../text/index.ts'
import { useDesk } from './desk.tsx'
import { canOpenIn, openIn } from './open-in.ts'
import type { Section } from './section.ts'
import { openApp } from './where.ts'

/** The parts of the app, and everything else behind one word. */
export function Nav({ onHelp, children }: { onHelp: () => void; children?: preact.ComponentChildren }) {
  const t = texts()
  const { section, go, shortlist, where } = useDesk()
  const menu = useRef<HTMLDivElement>(null)
  const item = (label: string, act: () => void, name = '') => (
    <button
      type="button"
      class="item"
      data-item={name}
      onClick={() => {
        menu.current?.hidePopover()
        act()
      }}
    >
      {label}
    </button>
  )
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
      <div id="menu" popover="auto" ref={menu}>
        {item(t.pickArea, () => ask({ type: 'pick' }), 'pick')}
        {item(t.ownPicture, () => (where === 'popup' ? openApp('bring') : go('bring')), 'bring')}
        {children}
        {others.map((place: PlaceToOpen) => item(t.openIn[place], () => openIn(place, section), place))}
        {item(t.keyboard, onHelp, 'keyboard')}
        {item(t.settings, openOptions, 'settings')}
      </div>
    </nav>
  )
}
