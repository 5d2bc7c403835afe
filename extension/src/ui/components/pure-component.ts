import { Component } from 'preact'

/** Drawn again only if one of its props is another: a list may have hundreds. As in `preact/compat`, without the rest of that. */
export abstract class PureComponent<Props extends object> extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    return Object.entries(next).some(([name, value]) => this.props[name as keyof Props] !== value)
  }
}
