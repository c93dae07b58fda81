namespace FuseDeskFlows.Tests.Language.Texts.Mail.Corpus;

/// <summary>Languages in other scripts.</summary>
internal static class OtherScripts
{
    public static readonly LanguageParts[] All =
    [
        new("ja")
        {
            Team = ["お世話になっております。", "エクスポートが空になる件についてご連絡いただきありがとうございます。", "アプリのどのバージョンをお使いでしょうか、またログファイルをお送りいただけますか？", "よろしくお願いいたします。"],
            Customer = ["二台のパソコンでバージョン4.2を使っています。", "金曜日までにどなたかお電話いただけますか？"],
            Closing = "よろしくお願いします。",
            Gmail = "2026年11月12日(木) 10:15 Fjordline Support <help@fjordline.example>:",
            Apple = "2026/11/12 10:15、Fjordline Support <help@fjordline.example>のメール:",
            Outlook = ["差出人:", "送信日時:", "宛先:", "件名:"],
            Original = "元のメッセージ",
            Forwarded = "転送メッセージ",
            Device = "iPhoneから送信",
        },
        new("zh")
        {
            Team = ["您好，", "感谢您反馈导出文件为空的问题。", "请问您使用的是哪个版本的应用程序，能否把日志文件发给我们？", "此致"],
            Customer = ["我们在两台电脑上使用4.2版本。", "周五之前能有人给我打电话吗？"],
            Closing = "谢谢",
            Gmail = "Fjordline Support <help@fjordline.example> 于2026年11月12日周四 10:15写道：",
            Apple = "在 2026年11月12日，10:15，Fjordline Support <help@fjordline.example> 写道：",
            Outlook = ["发件人:", "发送时间:", "收件人:", "主题:"],
            Original = "原始邮件",
            Forwarded = "转发的邮件",
            Device = "发自我的iPhone",
        },
        new("ko")
        {
            Team = ["안녕하세요,", "내보내기 파일이 비어 있다는 문의를 주셔서 감사드립니다.", "어떤 버전의 앱을 사용하고 계신지, 로그 파일을 보내 주실 수 있는지 알려 주시겠습니까?", "감사합니다."],
            Customer = ["저희는 컴퓨터 두 대에서 4.2 버전을 쓰고 있습니다.", "금요일 전에 누가 전화해 주실 수 있나요?"],
            Closing = "감사합니다",
            Gmail = "2026년 11월 12일 (목) 오전 10:15, Fjordline Support <help@fjordline.example>님이 작성:",
            Apple = "2026. 11. 12. 오전 10:15, Fjordline Support <help@fjordline.example> 작성:",
            Outlook = ["보낸 사람:", "보낸 날짜:", "받는 사람:", "제목:"],
            Original = "원본 메시지",
            Forwarded = "전달된 메시지",
            Device = "나의 iPhone에서 보냄",
        },
        new("ar")
        {
            Team =
            [
                "مرحبا،",
                "شكرا لكم على إبلاغنا بأن ملف التصدير فارغ.",
                "ما هو إصدار التطبيق الذي تستخدمونه وهل يمكنكم إرسال ملف السجل إلينا؟",
                "مع أطيب التحيات",
            ],
            Customer = ["نستخدم الإصدار 4.2 على جهازين.", "هل يمكن لأحد أن يتصل بي قبل يوم الجمعة؟"],
            Closing = "مع تحياتي",
            Gmail = "في الخميس، 12 نوفمبر 2026 في 10:15 ص تمت كتابة ما يلي بواسطة Fjordline Support <help@fjordline.example>:",
            Apple = "في ١٢‏/١١‏/٢٠٢٦ 10:15، كتب Fjordline Support <help@fjordline.example>:",
            Outlook = ["من:", "تاريخ الإرسال:", "إلى:", "الموضوع:"],
            Original = "الرسالة الأصلية",
            Forwarded = "رسالة معاد توجيهها",
            Device = "أُرسلت من الـ iPhone",
        },
        new("he")
        {
            Team =
            [
                "שלום,",
                "תודה על הפנייה בנושא הייצוא הריק.",
                "באיזו גרסה של היישום אתם משתמשים, והאם תוכלו לשלוח לנו את קובץ היומן?",
                "בברכה",
            ],
            Customer = ["אנחנו משתמשים בגרסה 4.2 בשני מחשבים.", "האם מישהו יכול להתקשר אליי לפני יום שישי?"],
            Closing = "בברכה",
            Gmail = "‫בתאריך יום ה׳, 12 בנוב׳ 2026 ב-10:15 מאת ‪Fjordline Support‬‏ <‪help@fjordline.example‬‏>:‬",
            Apple = "ב-12 בנוב׳ 2026, בשעה 10:15, ‏Fjordline Support <help@fjordline.example> כתב/ה:",
            Outlook = ["מאת:", "נשלח:", "אל:", "נושא:"],
            Original = "הודעה מקורית",
            Forwarded = "הודעה שהועברה",
            Device = "נשלח מה-iPhone שלי",
        },
    ];
}
