//! Words of `/bantuan`.

use super::words;

words! {
    /// Help: one section per right. Each line of a text is a paragraph.
    Help {
        title: "Bantuan" | "Help",
        about: "Hak pelapor di Kalimantan Utara: batas waktu, kerahasiaan, keberatan, dan cara memakai portal laporan Sinergi."
            | "Rights of people who report in Kalimantan Utara: time limits, secrecy, objection, and how to use the Sinergi portal.",
        lead: "Hak Anda sebagai pelapor, dan cara memakainya." | "Your rights as a reporter, and how to use them.",
        contents: "Isi halaman" | "On this page",
        identity: "Bagaimana identitas Anda dijaga" | "How your identity is protected",
        identity_text: "Nama dan kontak boleh dikosongkan. Bila diisi, keduanya disimpan terpisah dari laporan, dan publik tidak pernah melihatnya.
Terbuka: petugas yang menangani dapat membuka nama Anda dengan menulis alasan. Siapa, kapan, dan mengapa tercatat, dan Anda melihat catatannya di halaman lacak.
Anonim: instansi tidak dapat membuka nama Anda. Nomor permohonan, NIB, atau nama orang di dalam cerita dapat menunjukkan siapa Anda, jadi kosongkan bila ragu.
Rahasia: isi laporan hanya untuk Anda dan petugas yang menangani. Petugas provinsi hanya tahu bahwa laporan itu ada. Nama Anda dapat dibuka yang menangani, dan itu tercatat.
Publik hanya membaca judul dan isi yang sudah disunting petugas, tanpa nama. Laporan rahasia dan pelaporan pelanggaran tidak pernah tampil."
            | "Name and contact may stay empty. If you fill them in, both are kept apart from the report, and the public never sees them.
Open: an officer in charge can open your name by writing a reason. Who, when and why is recorded, and you see the record on the tracking page.
Anonymous: no agency can open your name. An application number, an NIB or the name of a person in your story may show who you are, so leave them out when in doubt.
Secret: the text is only for you and the officers in charge. Province officers only know that the report exists. Those in charge can open your name, and that is recorded.
The public reads only a title and text edited by an officer, without a name. Secret reports and reports of wrongdoing never appear.",
        data: "Data pribadi dan penghapusan" | "Personal data and erasure",
        data_text: "Data Anda dipakai untuk menangani laporan ini dan memberi kabar kepada Anda. Tidak untuk hal lain.
Salinan data Anda ada di halaman lacak, dapat dibaca dan diunduh (UU 27/2022). Perbaikan: tulis di percakapan laporan.
Setelah laporan berakhir, Anda dapat meminta nama dan kontak dihapus, juga di halaman lacak. Petugas memutuskan dalam 3 x 24 jam.
Isi laporan dan riwayatnya tetap ada tanpa nama dan kontak. Itu arsip resmi (UU 43/2009)."
            | "Your data is used to handle this report and to send you news. For nothing else.
The copy of your data is on the tracking page, to read and to download (Law 27/2022). For a correction, write in the conversation.
Once the report has ended, you can ask there to erase name and contact. An officer decides within 3 x 24 hours.
The report and its history stay without name and contact. They are official records (Law 43/2009).",
        whistle: "Melaporkan pelanggaran pegawai" | "Reporting wrongdoing by an official",
        whistle_text: "Pegawai meminta uang, menyalahgunakan wewenang, atau memalsukan berkas? Pilih jenis Pelaporan pelanggaran.
Hanya Inspektorat yang membacanya. Bila Inspektorat sendiri yang dilaporkan, Sekretariat Daerah yang membacanya. Bagi instansi yang dilaporkan, laporan ini tidak ada.
Tulis apa yang terjadi, kapan, di mana, dan siapa. Nama Anda tidak perlu."
            | "Did an official ask for money, abuse their office or forge papers? Choose the kind Report of wrongdoing.
Only the Inspectorate reads it. If the Inspectorate itself is reported, the Regional Secretariat reads it. For the agency you report, this report does not exist.
Write what happened, when, where and who. Your name is not needed.",
        whistle_file: "Buat laporan pelanggaran" | "File a report of wrongdoing",
        lost: "Bukti hilang" | "Lost receipt",
        lost_text: "Tanpa kode dan kunci rahasia, kami tidak dapat membuka laporan Anda di situs ini. Itu menjaga Anda.
Datanglah ke loket instansi mana pun dengan tanda pengenal. Petugas mencocokkan isi laporan dengan Anda dan membuat kunci baru. Kunci lama tidak berlaku lagi."
            | "Without code and secret we cannot open your report on this site. That protects you.
Come to the counter of any agency with an identity card. An officer checks the report with you and makes a new secret. The old one stops working.",
        chain: "Cara memeriksa tanda bukti" | "How to check the proof mark",
        chain_text: "Setiap kejadian pada laporan mendapat tanda yang dihitung dari isinya dan dari tanda sebelumnya. Bila satu kejadian diubah atau dihapus, semua tanda sesudahnya tidak cocok lagi.
Tanda bukti pada bukti laporan Anda adalah tanda kejadian pertama. Simpan bukti itu: dengan tanda itu Anda dapat menunjukkan kapan dan bagaimana laporan diterima."
            | "Every event of a report gets a mark, computed from its content and from the mark before. If one event is changed or removed, all later marks stop fitting.
The proof mark on your receipt is that of the first event. Keep the receipt: with the mark you can show when and how the report was received.",
        counter: "Loket dan petugas desa" | "Counters and village officers",
        counter_text: "Tidak punya ponsel atau jaringan? Loket instansi, kantor kecamatan, dan petugas desa membantu Anda mengisi laporan. Bukti laporannya tetap untuk Anda.
SMS ke 1708 (SP4N-LAPOR!) juga sampai kepada kami. Untuk keadaan darurat, telepon 112."
            | "No phone or no network? Agency counters, district offices and village officers help you file. The receipt is still yours.
A text message to 1708 (SP4N-LAPOR!) reaches us too. In an emergency, call 112.",
        ombudsman: "Ombudsman Kaltara" | "Ombudsman of North Kalimantan",
        ombudsman_text: "Tidak puas dengan jawaban instansi, atau batas waktunya lewat? Anda berhak mengadu ke Ombudsman Republik Indonesia, perwakilan Kalimantan Utara. Telepon 137, gratis.
Di halaman lacak ada berkas untuk Ombudsman: riwayat, batas waktu, jawaban, dan bukti pengajuan. Cetak, lalu bawa."
            | "Not satisfied with the agency's answer, or is the limit past? You have the right to complain to the Ombudsman of the Republic of Indonesia, North Kalimantan office. Call 137, free of charge.
On the tracking page is a file for the Ombudsman: history, limits, answers and proof of filing. Print it and take it along.",
        access: "Aksesibilitas" | "Accessibility",
        access_text: "Situs ini dapat dipakai dengan papan ketik, pembaca layar, huruf besar, dan tanpa skrip. Warna tidak pernah menjadi satu-satunya tanda.
Ada bagian yang sulit dipakai? Laporkan seperti laporan lain, dengan jenis Aspirasi."
            | "This site works with a keyboard, a screen reader, large letters and without scripts. Colour is never the only sign.
Is some part hard to use? Report it like anything else, with the kind Proposal.",
    }
}
