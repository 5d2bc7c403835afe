import type { Send } from './chromium-devtools.ts'
import type { AccessibleNode } from './driver.ts'

interface Property {
  name: string
  value: { value?: unknown }
}

interface AxNode {
  nodeId: string
  ignored: boolean
  role?: { value: string }
  name?: { value: string }
  value?: { value: unknown }
  description?: { value: string }
  properties?: Property[]
  childIds?: string[]
}

/** Parts of a line of text, whose whole is told already. */
const PARTS = new Set(['InlineTextBox', 'ListMarker'])

/** The tree as it is read out: from top to bottom, without what is ignored and without boxes that say nothing. */
export async function readAccessibilityTree(send: Send): Promise<AccessibleNode[]> {
  await send('Accessibility.enable')
  const { nodes } = await send<{ nodes: AxNode[] }>('Accessibility.getFullAXTree')
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const told: AccessibleNode[] = []
  const tell = (node: AxNode, depth: number) => {
    const role = node.role?.value ?? ''
    if (PARTS.has(role)) return
    const name = node.name?.value ?? ''
    const isTold = !node.ignored && (name !== '' || !['none', 'generic'].includes(role))
    if (isTold) told.push(nodeOf(node, role, name, depth))
    for (const id of node.childIds ?? []) {
      const child = byId.get(id)
      if (child) tell(child, isTold ? depth + 1 : depth)
    }
  }
  if (nodes[0]) tell(nodes[0], 0)
  return told
}

function nodeOf(node: AxNode, role: string, name: string, depth: number): AccessibleNode {
  const { value, description, properties = [] } = node
  return {
    role,
    name,
    ...(value?.value !== undefined && { value: String(value.value) }),
    ...(description?.value && { description: description.value }),
    states: Object.fromEntries(properties.map((each) => [each.name, each.value.value])),
    depth,
  }
}
