import { useEffect, useState } from 'preact/hooks'
import type { Texts } from '../../i18n/en.ts'
import { isChinese, texts } from '../../i18n/index.ts'
import { type Action, type ActionContext, GROUPS, type Group } from './action.ts'
import type { Findable } from './find-actions.ts'
import { ariaKey, keyText, useCommandKeys } from './keys.ts'
import { ACTIONS } from './registry.ts'

/** An action as it is listed. */
export interface ListedAction extends Findable {
  name: string
  group: Group
  inMenu: boolean
  /** To show, and for `aria-keyshortcuts`. */
  key: string | undefined
  ariaKey: string | undefined
  isAvailable(context: ActionContext): boolean
  run: Action['run']
}

/** All actions with their names and keys. In Chinese they are found by their English names too, once those are loaded. */
export function useListedActions(): ListedAction[] {
  const t = texts()
  const commands = useCommandKeys()
  const [english, setEnglish] = useState<Texts>()
  useEffect(() => {
    if (isChinese()) import('../../i18n/en.ts').then(({ en }) => setEnglish(en))
  }, [])
  return ACTIONS.map(({ name, group, label, command, inMenu = false, isAvailable, run, ...action }) => {
    const key = command ? commands[command] : action.key
    return {
      ...{ name, group, inMenu, isAvailable, run },
      label: label(t),
      words: [t.actionWords[name], english && label(english), english?.actionWords[name]].join(' '),
      key: key && keyText(key),
      ariaKey: key && ariaKey(key),
    }
  })
}

/** By their groups, without those that have none. */
export function grouped<T extends { group: Group }>(actions: T[]): [group: Group, actions: T[]][] {
  return GROUPS.map((group): [Group, T[]] => [group, actions.filter((each) => each.group === group)]).filter(
    ([, some]) => some.length > 0,
  )
}
