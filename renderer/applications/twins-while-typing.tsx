import { Banner } from '../ui/banner.tsx'
import { Twins } from './twins.tsx'
import type { TwinWatch } from './twins-decided.ts'

/** Below the person: other open files, to be looked at beside the form or declared another matter. */
export function TwinsWhileTyping({ watch }: { readonly watch: TwinWatch }) {
  const { twins, decided, open, clashes } = watch
  return (
    <>
      <Twins twins={twins} verb="Đối chiếu" shown={open} onShow={watch.show} onDifferent={watch.ask} />
      {decided === 0 ? null : (
        <Banner tone="neutral">Đã ghi {decided} hồ sơ là hồ sơ khác; lý do được lưu cùng hồ sơ này.</Banner>
      )}
      {clashes ? (
        <Banner tone="bad">Mã hồ sơ này đã có trong sổ. Hồ sơ đã có hiện bên cạnh để đối chiếu.</Banner>
      ) : null}
    </>
  )
}
