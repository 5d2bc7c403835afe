/** One choice of a menu, which closes with it. */
export function MenuItem({ name, label, onChoose }: { name: string; label: string; onChoose: () => void }) {
  return (
    <button
      type="button"
      class="menu-item"
      data-item={name}
      onClick={({ currentTarget }) => {
        currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()
        onChoose()
      }}
    >
      {label}
    </button>
  )
}
