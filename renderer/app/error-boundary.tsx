import { Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { Banner } from '../ui/banner.tsx'

type Props = {
  readonly children: ReactNode
  /** Another value means another screen: the fault is forgotten. */
  readonly place: string
}
type State = { readonly failed: boolean; readonly place: string }

/** A fault in one screen leaves the rest of the window usable. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false, place: this.props.place }

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true }
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.place === state.place ? null : { failed: false, place: props.place }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <div className="g-page">
        <Banner
          tone="bad"
          title="Màn hình này gặp lỗi và đã dừng lại."
          action={
            <Button variant="default" onClick={() => this.setState({ failed: false })}>
              Mở lại màn hình
            </Button>
          }
        >
          Dữ liệu đã lưu không bị ảnh hưởng. Nếu lỗi lặp lại, báo quản trị viên kèm việc đang làm.
        </Banner>
      </div>
    )
  }
}
