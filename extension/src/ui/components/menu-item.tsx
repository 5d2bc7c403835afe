/** One choice of a menu; choosing it closes the menu. */
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
