import type { ListField } from './list-fields.ts'

type Words = {
  /** Headings that mean this field, the surest first; compared by `headingKey`. */
  readonly headings: readonly string[]
  /** Headings that mean this field only where a better column has taken the field they first mean. */
  readonly otherwise?: readonly string[]
}

/**
 * “Chủ hồ sơ” and “Người nộp” are two people when both columns are there, so the second is the weakest heading of
 * the name and, where that is taken, the person who handed in.
 */
export const headingWords: Readonly<Record<ListField, Words>> = {
  dossierCode: {
    headings: [
      'Mã hồ sơ',
      'Mã HS',
      'Số hồ sơ',
      'Mã biên nhận',
      'Số biên nhận',
      'Mã số hồ sơ',
      'Số HS',
      'Mã hồ sơ TTHC',
    ],
  },
  fullName: {
    headings: [
      'Họ tên chủ hồ sơ',
      'Họ và tên chủ hồ sơ',
      'Tên chủ hồ sơ',
      'Chủ hồ sơ',
      'Họ và tên',
      'Họ tên',
      'Họ và tên công dân',
      'Họ tên công dân',
      'Tên công dân',
      'Họ và tên người lái xe',
      'Họ tên người lái xe',
      'Tổ chức, cá nhân',
      'Họ tên người nộp',
      'Họ và tên người nộp',
      'Người nộp hồ sơ',
      'Người nộp',
    ],
  },
  birthDay: {
    headings: ['Ngày sinh', 'Ngày tháng năm sinh', 'Ngày, tháng, năm sinh', 'NTNS', 'Năm sinh', 'Sinh ngày'],
  },
  sex: { headings: ['Giới tính', 'Nam/Nữ', 'Phái'] },
  nationalId: {
    headings: [
      'Số CCCD',
      'CCCD',
      'Số căn cước công dân',
      'Căn cước công dân',
      'Số căn cước',
      'Số định danh cá nhân',
      'Số định danh',
      'Số CCCD/CMND',
      'Số CMND/CCCD',
      'CCCD/CMND',
      'CMND/CCCD',
      'Số giấy tờ',
      'Số giấy tờ tùy thân',
      'Giấy tờ tùy thân',
      'Số CMND',
      'CMND',
      'Số CCCD/CMND/Hộ chiếu',
    ],
  },
  phone: {
    headings: [
      'Số điện thoại',
      'Điện thoại',
      'SĐT',
      'Số ĐT',
      'ĐT',
      'ĐTDĐ',
      'Di động',
      'Số di động',
      'Điện thoại di động',
      'Điện thoại liên hệ',
    ],
  },
  address: {
    headings: [
      'Địa chỉ',
      'Địa chỉ chủ hồ sơ',
      'Nơi cư trú',
      'Địa chỉ thường trú',
      'Nơi thường trú',
      'Chỗ ở hiện nay',
      'Địa chỉ liên hệ',
    ],
  },
  district: {
    headings: [
      'Huyện/Thành phố',
      'Địa bàn',
      'Huyện',
      'Quận/Huyện',
      'Huyện/TP',
      'Quận/Huyện/Thành phố',
      'Địa phương',
    ],
  },
  licenceNumber: {
    headings: ['Số GPLX', 'Số giấy phép lái xe', 'GPLX số', 'Số bằng lái', 'Số GPLX đã cấp', 'Số GPLX cũ'],
  },
  classes: {
    headings: ['Hạng GPLX', 'Hạng', 'Hạng giấy phép lái xe', 'Hạng xe', 'Hạng GPLX đề nghị đổi', 'Hạng bằng'],
  },
  licences: {
    headings: ['Số lượng GPLX', 'Số lượng giấy phép lái xe', 'SL GPLX', 'Số GPLX đề nghị đổi', 'Số lượng'],
  },
  reason: {
    headings: ['Lý do đổi', 'Lý do', 'Lý do đổi GPLX', 'Lý do đổi giấy phép lái xe'],
  },
  channel: {
    headings: [
      'Hình thức nộp',
      'Kênh thực hiện',
      'Kênh nộp',
      'Kênh tiếp nhận',
      'Hình thức nộp hồ sơ',
      'Hình thức tiếp nhận',
      'Kênh nộp hồ sơ',
      'Phương thức nộp',
    ],
  },
  registeredAt: {
    headings: [
      'Ngày nộp',
      'Ngày đăng ký',
      'Ngày nộp hồ sơ',
      'Thời gian nộp',
      'TG nộp',
      'Thời điểm nộp',
      'Ngày giờ nộp',
      'Ngày đăng ký hồ sơ',
    ],
  },
  receivedAt: {
    headings: [
      'Ngày tiếp nhận',
      'TG tiếp nhận',
      'Thời gian tiếp nhận',
      'Ngày nhận',
      'Ngày nhận hồ sơ',
      'Ngày tiếp nhận hồ sơ',
      'Thời điểm tiếp nhận',
      'Ngày giờ tiếp nhận',
      'TG nhận',
    ],
  },
  dueDay: {
    headings: [
      'Ngày hẹn trả',
      'Hẹn trả',
      'Ngày hẹn trả kết quả',
      'Hẹn trả kết quả',
      'Ngày hẹn',
      'Hạn xử lý',
      'Hạn giải quyết',
      'Thời hạn giải quyết',
      'Ngày hẹn trả KQ',
      'TG hẹn trả',
    ],
  },
  finishedAt: {
    headings: [
      'Ngày có kết quả',
      'Ngày xử lý xong',
      'Ngày hoàn thành',
      'Ngày kết thúc xử lý',
      'Ngày giải quyết xong',
      'TG có kết quả',
      'Ngày có KQ',
      'Ngày kết thúc',
    ],
  },
  returnedAt: {
    headings: [
      'Ngày trả kết quả',
      'Ngày trả',
      'Ngày đã trả',
      'Ngày trả KQ',
      'TG trả kết quả',
      'Ngày giao kết quả',
      'Ngày trả thực tế',
    ],
  },
  returnWay: {
    headings: [
      'Hình thức trả kết quả',
      'Hình thức trả',
      'Hình thức nhận kết quả',
      'Phương thức nhận kết quả',
      'Phương thức trả kết quả',
      'Hình thức nhận KQ',
      'Nơi nhận kết quả',
    ],
  },
  postalCode: {
    headings: ['Mã bưu gửi', 'Mã vận đơn', 'Số hiệu bưu gửi', 'Số vận đơn', 'Mã bưu phẩm'],
  },
  status: {
    headings: [
      'Trạng thái',
      'Trạng thái hồ sơ',
      'Tình trạng',
      'Tình trạng hồ sơ',
      'Mã trạng thái',
      'Trạng thái xử lý',
      'Tình trạng xử lý',
    ],
  },
  statusDay: {
    headings: [
      'Ngày cập nhật trạng thái',
      'Ngày trạng thái',
      'Ngày chuyển trạng thái',
      'TG cập nhật trạng thái',
      'Ngày cập nhật',
      'Thời gian cập nhật trạng thái',
    ],
  },
  officer: {
    headings: [
      'Cán bộ tiếp nhận',
      'Người nhận hồ sơ',
      'Người tiếp nhận',
      'Cán bộ thụ lý',
      'Cán bộ xử lý',
      'Người thụ lý',
      'Cán bộ nhận hồ sơ',
    ],
  },
  submitter: {
    headings: ['Người nộp thay', 'Người được ủy quyền', 'Người nộp / ủy quyền', 'Người nộp hộ'],
    otherwise: ['Họ tên người nộp', 'Họ và tên người nộp', 'Người nộp hồ sơ', 'Người nộp'],
  },
  fee: { headings: ['Lệ phí', 'Phí/lệ phí', 'Phí, lệ phí', 'Mức lệ phí', 'Phí', 'Số tiền'] },
  notes: { headings: ['Ghi chú', 'Chú thích', 'Diễn giải'] },
}
