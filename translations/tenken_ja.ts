<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en_US">
<context>
    <name>tenken::AboutDialog</name>
    <message>
        <source>Information-security self-inspection and audit for municipalities</source>
        <translation>自治体の情報セキュリティ自己点検と監査</translation>
    </message>
    <message>
        <source>Made with:</source>
        <translation>使っている部品：</translation>
    </message>
    <message>
        <source>About Tenken</source>
        <translation>Tenkenについて</translation>
    </message>
</context>
<context>
    <name>tenken::AnswerCard</name>
    <message>
        <source>★ Important item  %1</source>
        <translation>★重要項目&#x3000;%1</translation>
    </message>
    <message>
        <source>“Not applicable” cannot be chosen for this item.</source>
        <translation>この項目では「該当なし」は選べません。</translation>
    </message>
    <message>
        <source>Reason why it does not apply</source>
        <translation>該当しない理由</translation>
    </message>
    <message>
        <source>Comment (C)</source>
        <translation>説明（C）</translation>
    </message>
    <message>
        <source>Flag (F)</source>
        <translation>印（F）</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>印を付ける</translation>
    </message>
    <message>
        <source>Marks the item for yourself, to come back to it. It is not exported.</source>
        <translation>後で見直すための自分用の印です。提出物には入りません。</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>(not chosen)</source>
        <translation>（選んでいません）</translation>
    </message>
    <message>
        <source>Corrective plan</source>
        <translation>改善計画</translation>
    </message>
    <message>
        <source>Evidence (E): which document shows it</source>
        <translation>確認資料（E）：どの文書で確かめられるか</translation>
    </message>
    <message>
        <source>Opinion on the rule itself (optional)</source>
        <translation>ルールそのものへの意見（任意）</translation>
    </message>
</context>
<context>
    <name>tenken::AnswerPairPanel</name>
    <message>
        <source>× or ？ (the first %1 of %2)</source>
        <translation>×・？（%2所属のうち%1所属）</translation>
    </message>
    <message>
        <source>× or ？</source>
        <translation>×・？</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>設問</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Opinion on the rule</source>
        <translation>ルールへの意見</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>確認資料</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>改善計画</translation>
    </message>
    <message>
        <source>Nothing was written beside this answer.</source>
        <translation>この回答には、コメントや確認資料の記入がありません。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>並べる列</translation>
    </message>
    <message>
        <source>The answer on the right is of</source>
        <translation>右に並べる列</translation>
    </message>
</context>
<context>
    <name>tenken::AnswerWords</name>
    <message>
        <source>Done</source>
        <translation>できている</translation>
    </message>
    <message>
        <source>Not always done</source>
        <translation>できていないことがある</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>できていない</translation>
    </message>
    <message>
        <source>Don&apos;t know</source>
        <translation>わからない</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>該当なし</translation>
    </message>
    <message>
        <source>Implemented</source>
        <translation>実施している</translation>
    </message>
    <message>
        <source>Partially implemented</source>
        <translation>一部実施</translation>
    </message>
    <message>
        <source>Not implemented</source>
        <translation>未実施</translation>
    </message>
    <message>
        <source>Being checked</source>
        <translation>確認中</translation>
    </message>
    <message>
        <source>Unanswered</source>
        <translation>未回答</translation>
    </message>
    <message>
        <source>The rule is not known</source>
        <translation>ルールが知られていない</translation>
    </message>
    <message>
        <source>There are not enough hands</source>
        <translation>手が足りない</translation>
    </message>
    <message>
        <source>The means are missing</source>
        <translation>道具がない</translation>
    </message>
    <message>
        <source>The rule does not fit reality</source>
        <translation>ルールが実態に合わない</translation>
    </message>
    <message>
        <source>Another cause</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>整備</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>運用</translation>
    </message>
    <message>
        <source>Check and improvement</source>
        <translation>点検・改善</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>最重要</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>未着手</translation>
    </message>
    <message>
        <source>Being answered</source>
        <translation>回答中</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>署名済み</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>差戻し</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>改訂済み</translation>
    </message>
    <message>
        <source>Urgent correction needed</source>
        <translation>要緊急是正</translation>
    </message>
    <message>
        <source>Undetermined (some items are unanswered)</source>
        <translation>未確定（未回答あり）</translation>
    </message>
    <message>
        <source>No applicable items</source>
        <translation>対象項目なし</translation>
    </message>
    <message>
        <source>Correction needed</source>
        <translation>要是正</translation>
    </message>
    <message>
        <source>Improvement needed</source>
        <translation>改善が必要</translation>
    </message>
    <message>
        <source>Mostly implemented</source>
        <translation>おおむね実施</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>同じ</translation>
    </message>
    <message>
        <source>Reworded</source>
        <translation>文言の変更</translation>
    </message>
    <message>
        <source>Criteria changed</source>
        <translation>判断の目安の変更</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新設</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>廃止</translation>
    </message>
    <message>
        <source>The item is the same in all editions compared.</source>
        <translation>比べる版のすべてで、同じ項目です。</translation>
    </message>
    <message>
        <source>Only the wording of the item has changed; the answers are compared.</source>
        <translation>項目の文言だけが変わりました。回答は比較しています。</translation>
    </message>
    <message>
        <source>Not compared: the criteria of the item have changed between the editions.</source>
        <translation>版の間で判断の目安が変わったため、比較していません。</translation>
    </message>
    <message>
        <source>Not compared: the item is new in the later edition.</source>
        <translation>新しい版で加わった項目のため、比較していません。</translation>
    </message>
    <message>
        <source>Not compared: the item was withdrawn and is no longer asked.</source>
        <translation>廃止されてもう尋ねていない項目のため、比較していません。</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>職員</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>Information system</source>
        <translation>情報システム</translation>
    </message>
    <message>
        <source>Whole city</source>
        <translation>全庁</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>監査</translation>
    </message>
    <message>
        <source>Mayor&apos;s departments</source>
        <translation>市長部局</translation>
    </message>
    <message>
        <source>Assembly bureau</source>
        <translation>議会局</translation>
    </message>
    <message>
        <source>Administrative committees</source>
        <translation>行政委員会</translation>
    </message>
    <message>
        <source>Board of education</source>
        <translation>教育委員会</translation>
    </message>
    <message>
        <source>Public enterprises</source>
        <translation>地方公営企業</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>取り込みました</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>取り込み済み</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>取り込めません</translation>
    </message>
    <message>
        <source>The item is unanswered. Choose an answer.</source>
        <translation>まだ回答がありません。回答を選んでください。</translation>
    </message>
    <message>
        <source>“Not applicable” cannot be chosen for this item. Choose another answer.</source>
        <translation>この項目では「該当なし」を選べません。ほかの回答を選んでください。</translation>
    </message>
    <message>
        <source>The reason for “Not applicable” is missing. Enter why the condition applies.</source>
        <translation>「該当なし」の理由がありません。条件に当てはまる理由を書いてください。</translation>
    </message>
    <message>
        <source>The comment on this answer is missing. Enter how things stand.</source>
        <translation>この回答の説明がありません。現在の状況を書いてください。</translation>
    </message>
    <message>
        <source>The reference to evidence is missing. Enter the name of a document that shows it.</source>
        <translation>確認資料がありません。実施を示す文書の名前を書いてください。</translation>
    </message>
    <message>
        <source>The improvement plan is missing. Enter the measure and the due date.</source>
        <translation>改善計画がありません。何をするかと、いつまでにするかを書いてください。</translation>
    </message>
    <message>
        <source>The item is still “Being checked”. Find out and choose an answer before you submit.</source>
        <translation>まだ「確認中」です。確かめて、提出の前に回答を選んでください。</translation>
    </message>
    <message>
        <source>An entry was removed from the department profile without a reason. Enter the reason.</source>
        <translation>「扱うもの」から外したものに、理由がありません。外した理由を書いてください。</translation>
    </message>
    <message>
        <source>The answer contradicts what is entered beside it. Change the answer, or delete the cause, plan or reason that does not belong to it.</source>
        <translation>回答と、あわせて書いた内容が食い違っています。回答を直すか、不要な原因・計画・理由を消してください。</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>未着手</translation>
    </message>
    <message>
        <source>Left to individuals</source>
        <translation>個人任せ</translation>
    </message>
    <message>
        <source>Rules exist</source>
        <translation>ルールあり</translation>
    </message>
    <message>
        <source>Practised</source>
        <translation>実施</translation>
    </message>
    <message>
        <source>Checked and improved</source>
        <translation>点検・改善</translation>
    </message>
    <message>
        <source>The file is larger than Tenken reads. Ask the sender for the original file.</source>
        <translation>ファイルが大きすぎるため、読み込めません。送り主に元のファイルを依頼してください。</translation>
    </message>
    <message>
        <source>The file is empty: nothing of it has arrived. Ask the sender to send it again.</source>
        <translation>ファイルが空です。内容が届いていません。提出者に送り直してもらってください。</translation>
    </message>
    <message>
        <source>This is a receipt, a return notice or a report, not a submission. Nothing is to be imported.</source>
        <translation>受領書、差戻し書又は報告書で、点検の提出ではありません。取り込むものはありません。</translation>
    </message>
    <message>
        <source>The file cannot be read. Check that you may open it and that no other program holds it.</source>
        <translation>ファイルを読めません。開く権限があるか、ほかのプログラムで開いていないか確かめてください。</translation>
    </message>
</context>
<context>
    <name>tenken::ApprovalPage</name>
    <message>
        <source>Save the approved PDF</source>
        <translation>承認したPDFを保存</translation>
    </message>
    <message>
        <source>Save the PDF with the reason</source>
        <translation>差戻しのPDFを保存</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Written: %1. Hand it to the inspector.</source>
        <translation>書き出しました：%1。点検者に渡してください。</translation>
    </message>
    <message>
        <source>Check and approve</source>
        <translation>確認と承認</translation>
    </message>
    <message>
        <source>Open a PDF…</source>
        <translation>PDFを開く…</translation>
    </message>
    <message>
        <source>Open a signed PDF, or drop it on this window, to see who signed it and whether it was changed. A submission can then be approved or returned.</source>
        <translation>署名したPDFを開くか、この画面にドロップすると、誰が署名したか、変えられていないかがわかります。提出物は、承認するか差し戻すことができます。</translation>
    </message>
    <message>
        <source>The submission</source>
        <translation>提出物</translation>
    </message>
    <message>
        <source>As printed</source>
        <translation>印刷の姿</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Only what has changed</source>
        <translation>変わったものだけ</translation>
    </message>
    <message>
        <source>%1 answers differ from the revision before.</source>
        <translation>前の版と違う回答は%1件です。</translation>
    </message>
    <message>
        <source>Your decision</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>I approve on behalf of the manager</source>
        <translation>代決する（課長に代わって承認）</translation>
    </message>
    <message>
        <source>Approve and sign…</source>
        <translation>承認して署名…</translation>
    </message>
    <message>
        <source>To return it, say what is to be put right</source>
        <translation>差し戻すときは、直してほしいことを書いてください</translation>
    </message>
    <message>
        <source>Return…</source>
        <translation>差し戻す…</translation>
    </message>
    <message>
        <source>Begin the new revision</source>
        <translation>新しい版を始める</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>処理しています</translation>
    </message>
    <message numerus="yes">
        <source>Open files: %n. Choose the next one at the top right.</source>
        <translation>
            <numerusform>%n件のファイルを開きました。次のファイルは右上で選べます。</numerusform>
        </translation>
    </message>
    <message>
        <source>A file is being signed. The others can be opened as soon as that is done.</source>
        <translation>署名の処理中です。終わりしだい、ほかのファイルを開けます。</translation>
    </message>
    <message>
        <source>Choose the revision before</source>
        <translation>比べる前の版を選ぶ</translation>
    </message>
    <message>
        <source>%1 is no revision of this inspection. Choose another file.</source>
        <translation>%1は、この点検の版ではありません。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>To be put right: %1</source>
        <translation>差戻しの理由：%1</translation>
    </message>
    <message>
        <source>Approved and written: %1. Send it to the information policy division.</source>
        <translation>承認して書き出しました：%1。情報政策課に送ってください。</translation>
    </message>
    <message>
        <source>Opened files</source>
        <translation>開いたファイル</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>前の版と比べる…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>This is the first revision.</source>
        <translation>最初の版です。</translation>
    </message>
    <message>
        <source>To see what has changed, choose the PDF of the revision before.</source>
        <translation>変わった箇所を見るには、前の版のPDFを選んでください。</translation>
    </message>
    <message>
        <source>The signature says so, and it is printed in its box.</source>
        <translation>代決であることは署名に記録され、署名欄にも印字されます。</translation>
    </message>
    <message>
        <source>Write what is to be put right. The inspector reads it.</source>
        <translation>直してほしいことを書いてください。点検者が読みます。</translation>
    </message>
</context>
<context>
    <name>tenken::BoardView</name>
    <message>
        <source>%1 shown</source>
        <translation>%1件を表示</translation>
    </message>
    <message>
        <source>Every state</source>
        <translation>すべての状態</translation>
    </message>
    <message>
        <source>Show only this state</source>
        <translation>この状態だけを表示</translation>
    </message>
    <message>
        <source>Search department, system or code</source>
        <translation>所属・システム・コードを検索</translation>
    </message>
    <message>
        <source>Departments and rounds</source>
        <translation>所属と実施回</translation>
    </message>
</context>
<context>
    <name>tenken::ComparisonPage</name>
    <message>
        <source>Choose a signed PDF to compare</source>
        <translation>比べる署名済みPDFを選ぶ</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>%1 of %2 files</source>
        <translation>%1／%2件</translation>
    </message>
    <message>
        <source>%1 read</source>
        <translation>%1件を読みました</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>書き出しました：%1</translation>
    </message>
    <message>
        <source>No department bears this name or code. All are shown.</source>
        <translation>この名前やコードの所属はありません。すべての所属を表示しています。</translation>
    </message>
    <message>
        <source>Copied. It can be pasted into a spreadsheet.</source>
        <translation>コピーしました。表計算ソフトに貼り付けられます。</translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation>比較を保存する</translation>
    </message>
    <message>
        <source>Drop signed PDFs here, or open them, to lay their answers side by side.</source>
        <translation>署名済みのPDFをここにドロップするか、「PDFを開く」で選ぶと、回答を並べて比べられます。</translation>
    </message>
    <message>
        <source>None of these files can be compared this way. Choose another comparison or checklist, or add files.</source>
        <translation>この比べ方に使えるファイルがありません。別の比べ方か点検票を選ぶか、ファイルを追加してください。</translation>
    </message>
    <message>
        <source>The registry is still empty. Import the submissions on the page “Registry”, or drop signed PDFs here to compare them without a registry.</source>
        <translation>台帳にまだ提出がありません。「台帳」の画面で提出を取り込んでください。署名済みのPDFをここにドロップすれば、台帳なしでも比べられます。</translation>
    </message>
    <message>
        <source>No audit of this round is in the registry yet. Drop an auditor&apos;s signed PDF and the department&apos;s own here to compare them.</source>
        <translation>この回の監査はまだ台帳にありません。監査人の署名済みPDFと所属のPDFをここにドロップすると比べられます。</translation>
    </message>
    <message>
        <source>The registry holds nothing of this checklist and round. Choose another one.</source>
        <translation>この点検票と回の提出は台帳にありません。別のものを選んでください。</translation>
    </message>
    <message>
        <source>%1 more files are left out as well.</source>
        <translation>ほかに%1件のファイルも除きました。</translation>
    </message>
    <message>
        <source>Not compared:</source>
        <translation>比べなかったファイル：</translation>
    </message>
    <message>
        <source>%1 columns, %2 of %3 items; %4 comparable items are in every column.</source>
        <translation>%1列、%3項目のうち%2項目を表示しています。どの列にもある比較できる項目は%4です。</translation>
    </message>
    <message>
        <source>Common departments: %1.</source>
        <translation>共通の所属は%1です。</translation>
    </message>
    <message>
        <source>Shown but not compared: %1.</source>
        <translation>表示するだけで比べない項目：%1。</translation>
    </message>
    <message>
        <source>Only items and departments that every year has: %1 items, %2 departments. No arrow for a difference of one or two answers; no rate for fewer than ten.</source>
        <translation>どの年度にもある%1項目・%2所属だけで比べています。差が1〜2件のときは矢印を付けません。10件未満は率を出しません。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Open PDFs…</source>
        <translation>PDFを開く…</translation>
    </message>
    <message>
        <source>From</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>台帳</translation>
    </message>
    <message>
        <source>PDF files</source>
        <translation>PDFファイル</translation>
    </message>
    <message>
        <source>What</source>
        <translation>比べ方</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>点検票</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>回</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>All; or names, codes</source>
        <translation>すべて（名前・コードで絞る）</translation>
    </message>
    <message>
        <source>Differences only</source>
        <translation>違いだけ</translation>
    </message>
    <message>
        <source>Worsened</source>
        <translation>悪くなった</translation>
    </message>
    <message>
        <source>Self ≠ audit</source>
        <translation>自己点検≠監査</translation>
    </message>
    <message>
        <source>Critical ×</source>
        <translation>重要項目の×</translation>
    </message>
    <message>
        <source>Search items</source>
        <translation>設問を探す</translation>
    </message>
    <message>
        <source>Totals only</source>
        <translation>合計だけ</translation>
    </message>
    <message>
        <source>The comparison</source>
        <translation>比較の結果</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>一覧表</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>クロス表</translation>
    </message>
    <message>
        <source>Number of ○ / effective answers. The darker, the fewer ○: below 90 %, below 80 %, below 70 %. Hatched: fewer than 10 answers, so no rate.</source>
        <translation>○の件数／有効回答の件数。色が濃いほど○が少ない（90％未満、80％未満、70％未満）。斜線は10件未満で、率を出しません。</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>推移</translation>
    </message>
    <message>
        <source>Answers by item and column</source>
        <translation>設問ごと・列ごとの回答</translation>
    </message>
    <message>
        <source>By bureau</source>
        <translation>局ごと</translation>
    </message>
    <message>
        <source>By column</source>
        <translation>列ごと</translation>
    </message>
    <message>
        <source>Rows of the heat map</source>
        <translation>クロス表の行</translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation>表としてコピー</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>CSVで保存…</translation>
    </message>
    <message>
        <source>Save as XLSX…</source>
        <translation>XLSXで保存…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>印刷…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Reading and comparing</source>
        <translation>読み込んで比べています</translation>
    </message>
</context>
<context>
    <name>tenken::DateWords</name>
    <message>
        <source>“%1” cannot be read as a date and is not saved. Write it like 2026-11-22 or 令和8年11月22日.</source>
        <translation>「%1」は日付として読み取れないため、保存していません。2026-11-22 や 令和8年11月22日 のように入力してください。</translation>
    </message>
</context>
<context>
    <name>tenken::DetailPanel</name>
    <message>
        <source>Receipt written: %1</source>
        <translation>受領書を作成しました：%1</translation>
    </message>
    <message>
        <source>%1 receipts written.</source>
        <translation>受領書を%1件作成しました。</translation>
    </message>
    <message>
        <source>Return written: %1. Hand it to the department.</source>
        <translation>差戻しのPDFを作成しました：%1。所属へ渡してください。</translation>
    </message>
    <message>
        <source>Revision %1, received %2: %3</source>
        <translation>第%1版（%2受付）：%3</translation>
    </message>
    <message>
        <source>This round asks nothing of it.</source>
        <translation>この実施回では提出の対象ではありません。</translation>
    </message>
    <message>
        <source>Choose a department or a system on the left to see what it handed in.</source>
        <translation>左の一覧で所属やシステムを選ぶと、提出の内容が表示されます。</translation>
    </message>
    <message>
        <source>Returned because: %1</source>
        <translation>差戻しの理由：%1</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>提出の内容</translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <translation>受領書の保存</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save the PDF with the reason</source>
        <translation>差戻しのPDFを保存</translation>
    </message>
    <message>
        <source>Folder for the receipts</source>
        <translation>受領書を保存するフォルダー</translation>
    </message>
    <message>
        <source>What the department handed in</source>
        <translation>所属が提出したもの</translation>
    </message>
    <message>
        <source>Open the PDF</source>
        <translation>PDFを開く</translation>
    </message>
    <message>
        <source>Issue the receipt…</source>
        <translation>受領書を作成…</translation>
    </message>
    <message>
        <source>Return with a reason…</source>
        <translation>理由を付けて差し戻す…</translation>
    </message>
    <message>
        <source>Return it</source>
        <translation>差し戻す</translation>
    </message>
    <message>
        <source>Receipts of the whole round</source>
        <translation>実施回の受領書をまとめて作成</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>受領書</translation>
    </message>
    <message>
        <source>Say what is to be put right</source>
        <translation>直してほしい点を書いてください</translation>
    </message>
    <message>
        <source>Sign and save…</source>
        <translation>署名して保存…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>処理しています</translation>
    </message>
</context>
<context>
    <name>tenken::DiagnosticWords</name>
    <message>
        <source>the end of the file</source>
        <translation>ファイルの終わり</translation>
    </message>
    <message>
        <source>a byte order mark</source>
        <translation>BOM（バイト順マーク）</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>a key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>an escape sequence</source>
        <translation>エスケープ</translation>
    </message>
    <message>
        <source>a surrogate pair</source>
        <translation>サロゲートペア</translation>
    </message>
    <message>
        <source>a hexadecimal digit</source>
        <translation>16進数の数字</translation>
    </message>
    <message>
        <source>a digit</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>nothing (null)</source>
        <translation>値なし（null）</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true または false</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文字列</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>リスト</translation>
    </message>
    <message>
        <source>an object { }</source>
        <translation>オブジェクト { }</translation>
    </message>
    <message>
        <source>a control character</source>
        <translation>制御文字</translation>
    </message>
    <message>
        <source>readable text</source>
        <translation>読める文字</translation>
    </message>
    <message>
        <source>exactly one of them is needed</source>
        <translation>どちらか一つだけが必要です</translation>
    </message>
    <message>
        <source>item</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>audit test</source>
        <translation>監査項目</translation>
    </message>
    <message>
        <source>clause</source>
        <translation>条項</translation>
    </message>
    <message>
        <source>obligation</source>
        <translation>義務</translation>
    </message>
    <message>
        <source>threat</source>
        <translation>脅威</translation>
    </message>
    <message>
        <source>asset</source>
        <translation>情報資産</translation>
    </message>
    <message>
        <source>network zone</source>
        <translation>ネットワークの領域</translation>
    </message>
    <message>
        <source>area of the guideline</source>
        <translation>ガイドラインの分野</translation>
    </message>
    <message>
        <source>profile entry</source>
        <translation>「扱うもの」の項目</translation>
    </message>
    <message>
        <source>checklist</source>
        <translation>点検票</translation>
    </message>
    <message>
        <source>edition</source>
        <translation>版</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>ポリシー</translation>
    </message>
    <message>
        <source>The file cannot be read from here on: expected %1, found %2.</source>
        <translation>ここから先を読めません。「%1」が必要なところに「%2」があります。</translation>
    </message>
    <message>
        <source>The text is not UTF-8 (byte %1). Save the file as UTF-8.</source>
        <translation>文字コードがUTF-8ではありません（%1バイト目）。UTF-8で保存し直してください。</translation>
    </message>
    <message>
        <source>This is larger or longer than the limit of %1.</source>
        <translation>大きさまたは長さが、上限の%1を超えています。</translation>
    </message>
    <message>
        <source>The content is nested deeper than %1 levels.</source>
        <translation>入れ子が%1段より深くなっています。</translation>
    </message>
    <message>
        <source>The number “%1” cannot be used: an integer within the usual range is needed.</source>
        <translation>数値「%1」は使えません。通常の範囲の整数にしてください。</translation>
    </message>
    <message>
        <source>“%1” stands here twice. Remove one of the two.</source>
        <translation>「%1」が重複しています。一方を消してください。</translation>
    </message>
    <message>
        <source>“%1” is not known here. Remove it or mend its spelling.</source>
        <translation>「%1」はここでは使えません。消すか、つづりを直してください。</translation>
    </message>
    <message>
        <source>“%1” is missing. Add it.</source>
        <translation>「%1」がありません。追加してください。</translation>
    </message>
    <message>
        <source>Expected %1, found %2.</source>
        <translation>%1が必要なところに、%2があります。</translation>
    </message>
    <message>
        <source>“%1” cannot be used here. Allowed: %2.</source>
        <translation>「%1」はここでは使えません。使えるのは次のものです: %2</translation>
    </message>
    <message>
        <source>“%1” is empty. Enter a text.</source>
        <translation>「%1」が空です。文字を入れてください。</translation>
    </message>
    <message>
        <source>“%1” is used more than once. Each needs an id of its own.</source>
        <translation>「%1」が2回以上使われています。それぞれ別のIDにしてください。</translation>
    </message>
    <message>
        <source>There is no %1 “%2”. Mend the reference or add what it names.</source>
        <translation>%1「%2」はありません。参照を直すか、参照先を追加してください。</translation>
    </message>
    <message>
        <source>“%1” is never asked: no profile can meet its conditions. Mend the conditions.</source>
        <translation>「%1」は、どの所属でも尋ねられません。適用条件を直してください。</translation>
    </message>
    <message>
        <source>“%1” is not a format that Tenken knows.</source>
        <translation>「%1」は、Tenkenで扱えない形式です。</translation>
    </message>
    <message>
        <source>The format “%1” is newer than this version of Tenken. Update Tenken.</source>
        <translation>形式「%1」は、このTenkenより新しいものです。Tenkenを更新してください。</translation>
    </message>
    <message>
        <source>The column “%1” is not known. Remove it or mend its heading.</source>
        <translation>列「%1」は使えません。消すか、見出しを直してください。</translation>
    </message>
    <message>
        <source>The column “%1” is missing. Add it.</source>
        <translation>列「%1」がありません。追加してください。</translation>
    </message>
    <message>
        <source>“%1” is not allowed here: %2.</source>
        <translation>「%1」はここでは使えません（%2）。</translation>
    </message>
    <message>
        <source>the end of the line</source>
        <translation>行の終わり</translation>
    </message>
    <message>
        <source>canonical JSON (RFC 8785)</source>
        <translation>正規形のJSON（RFC 8785）</translation>
    </message>
    <message>
        <source>another spelling</source>
        <translation>別の書き方</translation>
    </message>
    <message>
        <source>items</source>
        <translation>点検項目</translation>
    </message>
    <message>
        <source>audit tests</source>
        <translation>監査項目</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>%1より大きい数</translation>
    </message>
    <message>
        <source>“%1” is used more than once, first in line %2. Each needs an id of its own.</source>
        <translation>「%1」が重複しています（最初は%2行目）。それぞれ別のIDを付けてください。</translation>
    </message>
    <message>
        <source>“%1” is used already in %2. Each needs an id of its own.</source>
        <translation>「%1」は%2で既に使われています。別のIDを付けてください。</translation>
    </message>
    <message>
        <source>Too few %2 answer to “%1”. Two items and one audit test are needed.</source>
        <translation>「%1」に対応する%2が足りません。点検項目2件と監査項目1件が必要です。</translation>
    </message>
</context>
<context>
    <name>tenken::ErrorWords</name>
    <message>
        <source>The command or its options are not valid. Run it with --help to see how it is used.</source>
        <translation>コマンドまたはオプションの指定が正しくありません。使い方は --help で確かめてください。</translation>
    </message>
    <message>
        <source>There is no such checklist or edition. Check its name, or put the checklist into the checklist folder.</source>
        <translation>その点検票または版はありません。名前を確かめるか、点検票のフォルダーに入れてください。</translation>
    </message>
    <message>
        <source>The checklist has no such item. Check the number of the item.</source>
        <translation>その項目は点検票にありません。項目の番号を確かめてください。</translation>
    </message>
    <message>
        <source>There is no such inspection here. Choose one from the list of inspections.</source>
        <translation>その点検はありません。点検の一覧から選んでください。</translation>
    </message>
    <message>
        <source>The organisation has no such department. Check the department&apos;s code.</source>
        <translation>その所属は組織の一覧にありません。所属コードを確かめてください。</translation>
    </message>
    <message>
        <source>The department profile has no such entry. Check it against the list of entries.</source>
        <translation>「扱うもの」に、その項目はありません。項目の一覧で確かめてください。</translation>
    </message>
    <message>
        <source>There is no such date. Write it like 2026-11-22 or R8.11.22.</source>
        <translation>その日付はありません。2026-11-22 または R8.11.22 のように書いてください。</translation>
    </message>
    <message>
        <source>This value cannot be used here. Check what may be entered.</source>
        <translation>この値は使えません。入力できる内容を確かめてください。</translation>
    </message>
    <message>
        <source>This item does not offer that answer. “Not applicable” can be chosen only where the item states when.</source>
        <translation>この項目では、その回答を選べません。「該当なし」は、条件が書かれた項目だけで選べます。</translation>
    </message>
    <message>
        <source>A reason is needed. Enter the reason and try again.</source>
        <translation>理由が必要です。理由を書いて、もう一度お試しください。</translation>
    </message>
    <message>
        <source>This inspection is signed and cannot be changed any more. Start a new revision to change it.</source>
        <translation>この点検は署名済みのため、変更できません。変更するには、新しい版を始めてください。</translation>
    </message>
    <message>
        <source>This exists already and was left as it is. Choose another name.</source>
        <translation>同じものがすでにあるため、上書きしませんでした。別の名前を指定してください。</translation>
    </message>
    <message>
        <source>This version of Tenken cannot do that. Nothing was changed.</source>
        <translation>この版のTenkenではできません。何も変更していません。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>元に戻す操作はありません。</translation>
    </message>
    <message>
        <source>The file does not exist. Check its name and folder.</source>
        <translation>ファイルが見つかりません。名前と場所を確かめてください。</translation>
    </message>
    <message>
        <source>The file cannot be read. Check that you may open it and that no other program holds it.</source>
        <translation>ファイルを読めません。開く権限があるか、ほかのプログラムで開いていないか確かめてください。</translation>
    </message>
    <message>
        <source>The file cannot be written. Check that the folder exists and that you may write to it, or choose another one.</source>
        <translation>ファイルに書き込めません。フォルダーがあるか、書き込む権限があるかを確かめるか、別の場所を選んでください。</translation>
    </message>
    <message>
        <source>The file is larger than Tenken reads. Check that it is the right file.</source>
        <translation>ファイルが大きすぎるため、読み込めません。正しいファイルか確かめてください。</translation>
    </message>
    <message>
        <source>The file was changed by something else in the meantime. Open it again and repeat the step.</source>
        <translation>作業の間に、ファイルがほかで変更されました。開き直して、もう一度操作してください。</translation>
    </message>
    <message>
        <source>There is no room left on the disk, so nothing was written. Make room and try again.</source>
        <translation>ディスクの空きがないため、書き込みませんでした。空きを作って、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The text of the file has an unknown encoding. Save it as UTF-8 and open it again.</source>
        <translation>ファイルの文字コードがわかりません。UTF-8で保存し直して、もう一度開いてください。</translation>
    </message>
    <message>
        <source>The file is damaged or was edited by hand and cannot be understood. Ask the sender for it again.</source>
        <translation>ファイルが壊れているか、手で書き換えられたため、読み取れません。送り主に再送を依頼してください。</translation>
    </message>
    <message>
        <source>The table in the file cannot be understood. Save it as CSV (UTF-8) with its heading line.</source>
        <translation>表を読み取れません。見出しの行を付けて、CSV（UTF-8）で保存し直してください。</translation>
    </message>
    <message>
        <source>The Excel file is damaged or is not an Excel file. Save it as .xlsx and open it again.</source>
        <translation>Excelファイルではないか、壊れています。.xlsx で保存し直して、もう一度開いてください。</translation>
    </message>
    <message>
        <source>The PDF is damaged or is not a PDF. Ask the sender for the original file.</source>
        <translation>PDFではないか、壊れています。送り主に元のファイルを依頼してください。</translation>
    </message>
    <message>
        <source>The content of the file breaks the rules of its kind. Mend the places listed and try again.</source>
        <translation>ファイルの内容に、決まりに合わない箇所があります。一覧の箇所を直して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Tenken does not know this kind of file. Check that it is the right file.</source>
        <translation>Tenkenで扱えない種類のファイルです。正しいファイルか確かめてください。</translation>
    </message>
    <message>
        <source>The file was made by a newer version of Tenken. Update Tenken to open it.</source>
        <translation>新しい版のTenkenで作られたファイルです。Tenkenを更新してから開いてください。</translation>
    </message>
    <message>
        <source>The data are in use by another Tenken. Close the other window and try again.</source>
        <translation>別のTenkenがデータを使っています。そちらを閉じて、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The data are being written by another program, so nothing was saved. Wait a little and try again.</source>
        <translation>別のプログラムが書き込み中のため、保存しませんでした。少し待って、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The data file is damaged. Restore the latest backup; keep the damaged file.</source>
        <translation>データのファイルが壊れています。最新のバックアップから復元してください。壊れたファイルは残しておいてください。</translation>
    </message>
    <message>
        <source>The data were written by a newer version of Tenken and were not touched. Update Tenken.</source>
        <translation>新しい版のTenkenのデータのため、開きませんでした。Tenkenを更新してください。</translation>
    </message>
    <message>
        <source>This file does not hold data of Tenken and was not touched. Choose another file.</source>
        <translation>Tenkenのデータではないため、開きませんでした。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>Data on a shared folder can be damaged, so they are not opened there. Choose a folder on this PC.</source>
        <translation>共有フォルダーではデータが壊れるおそれがあるため、開きません。このPCのフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>The data cannot be written. Check that you may write to the folder and to the file.</source>
        <translation>データに書き込めません。フォルダーとファイルに書き込む権限を確かめてください。</translation>
    </message>
    <message>
        <source>The data could not be saved or read, so nothing was changed. Try again; restore a backup if it happens again.</source>
        <translation>データの保存または読み込みに失敗したため、何も変更していません。もう一度試し、繰り返すときはバックアップから復元してください。</translation>
    </message>
    <message>
        <source>The data have been changed elsewhere, so nothing was saved. Open them again and repeat the step.</source>
        <translation>データがほかで変更されたため、保存しませんでした。開き直して、もう一度操作してください。</translation>
    </message>
    <message>
        <source>The passphrase of the key is wrong. Enter it again.</source>
        <translation>鍵のパスフレーズが違います。もう一度入力してください。</translation>
    </message>
    <message>
        <source>The key file cannot be read: it is damaged or not a key. Choose another file or ask for a new key.</source>
        <translation>鍵ファイルではないか、壊れています。別のファイルを選ぶか、鍵の再発行を依頼してください。</translation>
    </message>
    <message>
        <source>The key has no certificate, so it cannot sign. Ask the issuer for a key with its certificate.</source>
        <translation>鍵に証明書がないため、署名できません。証明書付きの鍵を発行元に依頼してください。</translation>
    </message>
    <message>
        <source>The certificate has expired. Ask the issuer for a new one before you sign.</source>
        <translation>証明書の有効期限が切れています。新しい証明書を発行元に依頼してから署名してください。</translation>
    </message>
    <message>
        <source>The certificate is not valid yet. Check the clock of this PC and the first day of the certificate.</source>
        <translation>証明書の有効期間がまだ始まっていません。PCの時計と、証明書の開始日を確かめてください。</translation>
    </message>
    <message>
        <source>The certificate does not entitle its holder to this signature. Choose a key for this role.</source>
        <translation>この証明書では、この役割の署名ができません。役割に合った鍵を選んでください。</translation>
    </message>
    <message>
        <source>The certificate belongs to another department. Choose a key of this department.</source>
        <translation>別の所属の証明書です。この所属の鍵を選んでください。</translation>
    </message>
    <message>
        <source>The key of the certificate is too weak for a signature. Ask the issuer for a stronger one.</source>
        <translation>証明書の鍵の強度が足りません。強度の高い鍵を発行元に依頼してください。</translation>
    </message>
    <message>
        <source>The certificate cannot be read: it is damaged or not a certificate. Choose another file.</source>
        <translation>証明書ではないか、壊れています。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>The inspector and the approver must be two persons. Let somebody else approve with another key.</source>
        <translation>点検者と承認者は別の人でなければなりません。ほかの人が別の鍵で承認してください。</translation>
    </message>
    <message>
        <source>The signature could not be made, so no file was written. Check the key and try again.</source>
        <translation>署名できなかったため、ファイルを作成していません。鍵を確かめて、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The timestamp authority gave no valid timestamp. Check the address and the network and try again.</source>
        <translation>有効なタイムスタンプを取得できませんでした。接続先とネットワークを確かめて、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The card or token does not respond. Check that it is inserted and try again.</source>
        <translation>ICカードまたはトークンが応答しません。差し込まれているか確かめて、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The inspection is not complete yet. Mend what the check lists and export again.</source>
        <translation>点検がまだ終わっていません。確認の一覧にある箇所を直して、もう一度書き出してください。</translation>
    </message>
    <message>
        <source>The file did not pass the verification, so nothing was done with it. See the reasons shown.</source>
        <translation>検証に合格しなかったため、処理していません。表示された理由を確かめてください。</translation>
    </message>
    <message>
        <source>These characters are not in the fonts and cannot be printed. Write them differently, or install the font IPAmj Mincho.</source>
        <translation>この文字は書体にないため、印刷できません。別の表記にするか、書体「IPAmj明朝」をインストールしてください。</translation>
    </message>
    <message>
        <source>The font for reports is missing. Install Tenken again.</source>
        <translation>帳票用の書体がありません。Tenkenをインストールし直してください。</translation>
    </message>
    <message>
        <source>The pages could not be made, so no file was written. Close other programs and try again.</source>
        <translation>ページを作成できなかったため、ファイルを作成していません。ほかのプログラムを閉じて、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Cancelled. What was done before stays, the rest was left as it was.</source>
        <translation>中止しました。終わった分はそのまま残り、残りは変更していません。</translation>
    </message>
    <message>
        <source>This part of Tenken is missing or damaged. Install Tenken again.</source>
        <translation>Tenkenのこの部品がないか、壊れています。Tenkenをインストールし直してください。</translation>
    </message>
    <message>
        <source>The PIN is wrong. Check it before you try again: several wrong ones lock the card.</source>
        <translation>暗証番号（PIN）が違います。何度も間違えるとカードがロックされます。確かめてから、もう一度入力してください。</translation>
    </message>
    <message>
        <source>The PIN is locked. Ask whoever issued the card to unlock it.</source>
        <translation>暗証番号（PIN）がロックされています。カードの発行元に解除を依頼してください。</translation>
    </message>
    <message>
        <source>No card or token is inserted. Insert it and try again.</source>
        <translation>カードまたはトークンが差し込まれていません。差し込んでから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>This is no PKCS#11 module. Check the path of the card&apos;s library.</source>
        <translation>トークンのドライバー（PKCS#11）として読み込めません。ファイルの場所を確かめてください。</translation>
    </message>
    <message>
        <source>The token has this certificate, but not its key. Use the card that holds the key.</source>
        <translation>トークンに証明書はありますが、その鍵がありません。鍵の入ったカードを使ってください。</translation>
    </message>
    <message>
        <source>The token offers no such certificate for signing. Check the card, its label and the certificate.</source>
        <translation>トークンに該当する署名用の証明書がありません。カード、ラベル、証明書を確かめてください。</translation>
    </message>
    <message>
        <source>The token offers several certificates for signing. Name the one to use by its SHA-256.</source>
        <translation>トークンに署名用の証明書が複数あります。使う証明書をSHA-256で指定してください。</translation>
    </message>
    <message>
        <source>The name of this file cannot be read: its characters are not UTF-8. Rename the file.</source>
        <translation>ファイル名の文字コードがUTF-8ではないため、開けません。ファイルの名前を変えてから、もう一度お試しください。</translation>
    </message>
</context>
<context>
    <name>tenken::EvidenceEditor</name>
    <message>
        <source>Evidence %1: %2</source>
        <translation>確認資料%1：%2</translation>
    </message>
    <message>
        <source>Document name</source>
        <translation>文書の名称</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Where it is kept</source>
        <translation>保管場所</translation>
    </message>
</context>
<context>
    <name>tenken::FirstSteps</name>
    <message>
        <source>The registry is still empty</source>
        <translation>台帳はまだ空です</translation>
    </message>
    <message>
        <source>1. Import the organisation (CSV with bureau, division and section) and, if you have one, the list of information systems.</source>
        <translation>1&#x3000;組織（局・部・課のCSV）を読み込みます。情報システムの一覧があれば、それも読み込みます。</translation>
    </message>
    <message>
        <source>2. Import the round file. It says who has to hand in what until when: without it nothing is missing.</source>
        <translation>2&#x3000;実施回のファイルを読み込みます。誰が、何を、いつまでに提出するかが書かれています。これがないと、未提出を判定できません。</translation>
    </message>
    <message>
        <source>3. Import the signed PDFs. You can also drop files and folders anywhere on this page.</source>
        <translation>3&#x3000;署名済みのPDFを取り込みます。ファイルやフォルダーをこの画面へドロップしても取り込めます。</translation>
    </message>
    <message>
        <source>Or go on with a registry that exists already.</source>
        <translation>すでにある台帳を開いて続けることもできます。</translation>
    </message>
    <message>
        <source>Import organisation or systems…</source>
        <translation>組織・システムを読み込む…</translation>
    </message>
    <message>
        <source>Import a round file…</source>
        <translation>実施回のファイルを読み込む…</translation>
    </message>
    <message>
        <source>Import a folder of PDFs…</source>
        <translation>PDFのフォルダーを取り込む…</translation>
    </message>
    <message>
        <source>Open another registry…</source>
        <translation>別の台帳を開く…</translation>
    </message>
</context>
<context>
    <name>tenken::FormalityWords</name>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1分%2秒</translation>
    </message>
    <message>
        <source>All answers ○</source>
        <translation>すべて○</translation>
    </message>
    <message>
        <source>Much “not applicable”</source>
        <translation>「該当なし」が多い</translation>
    </message>
    <message>
        <source>The same as last year</source>
        <translation>前年と同じ</translation>
    </message>
    <message>
        <source>Answered in a short time</source>
        <translation>短時間の回答</translation>
    </message>
    <message>
        <source>All %1 answers that count are ○ (shown from %2 answers).</source>
        <translation>有効な回答%1件がすべて○です（%2件以上あるときに示します）。</translation>
    </message>
    <message>
        <source>%1 of %2 answers are “not applicable” (shown from %3, that is %4 %).</source>
        <translation>回答%2件のうち%1件が「該当なし」です（%3件、すなわち%4％以上のときに示します）。</translation>
    </message>
    <message>
        <source>All %1 comparable items have last year&apos;s answer, comment and reason (shown from %2 items).</source>
        <translation>比較できる%1項目の回答・コメント・理由が、すべて前年と同じです（%2項目以上あるときに示します）。</translation>
    </message>
    <message>
        <source>%1 answers within %2 (shown up to %3, that is %4 seconds from one answer to the next).</source>
        <translation>%1件の回答が%2の間に入力されています（1件あたり平均%4秒、全体で%3以内のときに示します）。</translation>
    </message>
</context>
<context>
    <name>tenken::HomePage</name>
    <message numerus="yes">
        <source>Throw away this draft and its answers (%n)? This cannot be undone.</source>
        <translation>
            <numerusform>この下書きと回答%n件を捨てますか。元に戻せません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>捨てる</translation>
    </message>
    <message>
        <source>The draft was thrown away.</source>
        <translation>下書きを捨てました。</translation>
    </message>
    <message>
        <source>Continue where I stopped</source>
        <translation>続きから</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>My inspections</source>
        <translation>自分の点検</translation>
    </message>
    <message>
        <source>New inspection…</source>
        <translation>新しい点検…</translation>
    </message>
    <message>
        <source>Throw away the draft…</source>
        <translation>下書きを捨てる…</translation>
    </message>
    <message>
        <source>Try it out</source>
        <translation>練習してみる</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Files opened lately</source>
        <translation>最近開いたファイル</translation>
    </message>
    <message>
        <source>%1 is open.</source>
        <translation>%1を実施しています。</translation>
    </message>
    <message>
        <source>%1 is open until %2.</source>
        <translation>%1の提出期限は%2です。</translation>
    </message>
    <message>
        <source>Drop signed PDFs here to check, approve or return them, or the round file of the division to begin.</source>
        <translation>署名済みPDF（確認・承認・差戻し）や、情報政策課から届いた点検実施回のファイルを、ここにドロップしてください。</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>ファイルを開く…</translation>
    </message>
    <message>
        <source>There is no inspection yet. This is how one goes:
1. Open the round file that the division sent, or press “New inspection…”.
2. Answer the questions. Everything is saved at once; you can stop at any time.
3. Sign, and hand the PDF to your manager, who approves it.
To get to know the program, press “Try it out”: that inspection can be thrown away.</source>
        <translation>点検はまだありません。次のように進めます。
1&#x3000;情報政策課から届いた点検実施回のファイルを開くか、「新しい点検…」を押します。
2&#x3000;設問に答えます。その都度保存されるので、いつでも中断できます。
3&#x3000;署名し、できたPDFを課長に渡します。課長が承認します。
使い方を試すときは「練習してみる」を押してください。練習の点検は後で捨てられます。</translation>
    </message>
</context>
<context>
    <name>tenken::ImportBar</name>
    <message>
        <source>The files are being listed.</source>
        <translation>ファイルを調べています。</translation>
    </message>
    <message>
        <source>%1 of %2 files checked</source>
        <translation>%2件のうち%1件を確認しました</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>取り込みの進み具合</translation>
    </message>
    <message>
        <source>Stop importing</source>
        <translation>取り込みを止める</translation>
    </message>
</context>
<context>
    <name>tenken::InspectionPage</name>
    <message>
        <source>All questions are answered. Go on with “Check and sign”.</source>
        <translation>すべての設問に回答しました。「確認と署名」へ進んでください。</translation>
    </message>
    <message>
        <source>The question has changed since then. Is last year&apos;s answer still true as it stands?</source>
        <translation>設問が前回から変わっています。前回の回答は、今もそのとおりですか。</translation>
    </message>
    <message>
        <source>Have you made sure that last year&apos;s answer is still true?</source>
        <translation>前回の回答が今もそのとおりであることを確かめましたか。</translation>
    </message>
    <message>
        <source>It is true: use it</source>
        <translation>確かめた：この回答を使う</translation>
    </message>
    <message>
        <source>%1 of %2 answered, %3 left</source>
        <translation>回答 %1 / %2&#x3000;未回答 %3</translation>
    </message>
    <message>
        <source>Signed: read only</source>
        <translation>署名済み（読み取り専用）</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>保存済み %1</translation>
    </message>
    <message>
        <source>What we handle…</source>
        <translation>扱うもの…</translation>
    </message>
    <message>
        <source>Check and sign</source>
        <translation>確認と署名</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Search the questions</source>
        <translation>設問を検索</translation>
    </message>
    <message>
        <source>Which questions are listed</source>
        <translation>一覧に出す設問</translation>
    </message>
    <message>
        <source>All questions</source>
        <translation>すべての設問</translation>
    </message>
    <message>
        <source>Unanswered</source>
        <translation>未回答</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>印あり</translation>
    </message>
    <message>
        <source>× and △</source>
        <translation>×と△</translation>
    </message>
    <message>
        <source>Evidence missing</source>
        <translation>確認資料なし</translation>
    </message>
    <message>
        <source>Something missing</source>
        <translation>不足あり</translation>
    </message>
    <message>
        <source>Changed since last year</source>
        <translation>前回からの変更</translation>
    </message>
    <message>
        <source>Clauses and questions</source>
        <translation>条項と設問</translation>
    </message>
    <message>
        <source>List of questions</source>
        <translation>設問の一覧</translation>
    </message>
    <message>
        <source>No question fits. Choose another filter or search for something else.</source>
        <translation>当てはまる設問がありません。絞り込みか検索の言葉を変えてください。</translation>
    </message>
    <message>
        <source>Previous (K)</source>
        <translation>前へ（K）</translation>
    </message>
    <message>
        <source>Next unanswered (Ctrl+Enter)</source>
        <translation>次の未回答へ（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>List</source>
        <translation>一覧</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進み具合</translation>
    </message>
    <message>
        <source>To be put right: %1</source>
        <translation>差戻しの理由：%1</translation>
    </message>
</context>
<context>
    <name>tenken::InspectionRowDelegate</name>
    <message>
        <source>Overdue since %1</source>
        <translation>期限超過（%1）</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>期限 %1</translation>
    </message>
    <message>
        <source>All are answered: go on with “Check and sign”</source>
        <translation>すべて回答済み：「確認と署名」へ進めます</translation>
    </message>
</context>
<context>
    <name>tenken::KeyDialog</name>
    <message>
        <source>Signing key</source>
        <translation>署名鍵</translation>
    </message>
    <message>
        <source>How you come by a key</source>
        <translation>鍵の用意のしかた</translation>
    </message>
    <message>
        <source>I was given a key file</source>
        <translation>鍵のファイルを受け取った</translation>
    </message>
    <message>
        <source>Ask the division for a key</source>
        <translation>情報政策課に依頼する</translation>
    </message>
    <message>
        <source>Make one myself</source>
        <translation>自分で作る</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>処理しています</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>A signing key shows that a report comes from you and was not changed since. It is a file with a passphrase, and it belongs to one person, one department and one role.</source>
        <translation>署名鍵は、報告書が本人のものであり、その後変更されていないことを示します。パスフレーズ付きのファイルで、一人・一所属・一役割に一つです。</translation>
    </message>
    <message>
        <source>Department code</source>
        <translation>所属コード</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Your role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>Take over the key</source>
        <translation>鍵を取り込む</translation>
    </message>
    <message>
        <source>Key file (.p12)</source>
        <translation>鍵のファイル（.p12）</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選ぶ…</translation>
    </message>
    <message>
        <source>Passphrase of the key</source>
        <translation>鍵のパスフレーズ</translation>
    </message>
    <message>
        <source>The division gave you a file that ends in .p12, and its passphrase by another way. Tenken copies the file to a folder that only you can read. The passphrase is not kept: you type it each time you sign.</source>
        <translation>情報政策課から、末尾が .p12 のファイルと、別の方法でパスフレーズを受け取っているはずです。ファイルは、本人だけが読めるフォルダーに写します。パスフレーズは保存しません。署名のたびに入力してください。</translation>
    </message>
    <message>
        <source>Text of the request</source>
        <translation>依頼の文面</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>文面をコピーする</translation>
    </message>
    <message>
        <source>Send this text to the information policy division. They make the key and give it to you.</source>
        <translation>この文面を情報政策課に送ってください。情報政策課が鍵を作り、お渡しします。</translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation>鍵を作る</translation>
    </message>
    <message>
        <source>New passphrase (12 characters or more)</source>
        <translation>新しいパスフレーズ（12文字以上）</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>確認のためもう一度</translation>
    </message>
    <message>
        <source>For practice, and where no division hands out keys. On other PCs such a key counts only after somebody has checked and accepted your certificate (ca.pem). Do not use it for a round of your city unless you were told to.</source>
        <translation>練習用、または鍵を配る課がない場合の方法です。ほかのパソコンでは、相手があなたの証明書（ca.pem）を確かめて登録するまで信頼されません。指示がない限り、実際の点検には使わないでください。</translation>
    </message>
    <message>
        <source>The text was copied. Paste it into a mail.</source>
        <translation>文面をコピーしました。メールなどに貼り付けてください。</translation>
    </message>
    <message>
        <source>Please issue a signing key for Tenken.

Department code: %1
Name: %2
Role: %3

Please give me the key file (.p12), its passphrase by another way, and the certificate of the authority (ca.pem).</source>
        <translation>Tenkenの署名鍵の発行をお願いします。

所属コード：%1
氏名：%2
役割：%3

鍵のファイル（.p12）、別の方法でのパスフレーズ、発行元の証明書（ca.pem）をお渡しください。</translation>
    </message>
    <message>
        <source>The passphrase is too short. Choose one of 12 characters or more.</source>
        <translation>パスフレーズが短すぎます。12文字以上にしてください。</translation>
    </message>
    <message>
        <source>The two passphrases differ. Type them again.</source>
        <translation>二つのパスフレーズが異なります。もう一度入力してください。</translation>
    </message>
    <message>
        <source>no role</source>
        <translation>役割なし</translation>
    </message>
    <message>
        <source>The key of %1 (%2, department %3) is ready. It is valid until %4.</source>
        <translation>%1さん（%2、所属 %3）の鍵を使えるようになりました。有効期限は%4です。</translation>
    </message>
</context>
<context>
    <name>tenken::KeyForm</name>
    <message>
        <source>Choose the signing key</source>
        <translation>署名鍵を選ぶ</translation>
    </message>
    <message>
        <source>Signing keys (*.p12 *.pfx)</source>
        <translation>署名鍵 (*.p12 *.pfx)</translation>
    </message>
    <message>
        <source>Signing key (file)</source>
        <translation>署名鍵（ファイル）</translation>
    </message>
    <message>
        <source>Passphrase of the key</source>
        <translation>鍵のパスフレーズ</translation>
    </message>
    <message>
        <source>Your post</source>
        <translation>職名</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選ぶ…</translation>
    </message>
    <message>
        <source>PIN of the token</source>
        <translation>トークンの暗証番号（PIN）</translation>
    </message>
    <message>
        <source>No token with a signing key was found. Insert it and look again.</source>
        <translation>署名鍵の入ったトークンが見つかりません。カードやUSBトークンを差し込んでから、もう一度探してください。</translation>
    </message>
    <message>
        <source>A file (.p12)</source>
        <translation>ファイル（.p12）</translation>
    </message>
    <message>
        <source>An IC card or USB token</source>
        <translation>ICカード・USBトークン</translation>
    </message>
    <message>
        <source>The certificate store of Windows</source>
        <translation>Windowsの証明書ストア</translation>
    </message>
    <message>
        <source>Where the key is</source>
        <translation>鍵の場所</translation>
    </message>
    <message>
        <source>Driver of the token (PKCS#11)</source>
        <translation>トークンのドライバー（PKCS#11）</translation>
    </message>
    <message>
        <source>Key on the token</source>
        <translation>トークンの鍵</translation>
    </message>
    <message>
        <source>Look for keys</source>
        <translation>鍵を探す</translation>
    </message>
    <message>
        <source>I have no key yet…</source>
        <translation>鍵をまだ持っていない…</translation>
    </message>
    <message>
        <source>Choose the file of your signing key (.p12). If you have none, press “%1”.</source>
        <translation>署名鍵のファイル（.p12）を選んでください。まだないときは「%1」を押してください。</translation>
    </message>
    <message>
        <source>Press “%1” and choose one.</source>
        <translation>「%1」を押して、鍵を選んでください。</translation>
    </message>
    <message>
        <source>Enter the PIN of the token.</source>
        <translation>トークンのPINを入力してください。</translation>
    </message>
    <message>
        <source>Enter the passphrase of the key.</source>
        <translation>鍵のパスフレーズを入力してください。</translation>
    </message>
</context>
<context>
    <name>tenken::MainWindow</name>
    <message>
        <source>Home</source>
        <translation>ホーム</translation>
    </message>
    <message>
        <source>New inspection</source>
        <translation>新しい点検</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation>点検</translation>
    </message>
    <message>
        <source>Check and sign</source>
        <translation>確認と署名</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Open a PDF to look back at</source>
        <translation>前回のPDFを開く</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>This file holds no answers that can be shown.</source>
        <translation>このファイルには、表示できる回答がありません。</translation>
    </message>
    <message>
        <source>Practice department</source>
        <translation>練習用の課</translation>
    </message>
    <message>
        <source>Tenken did not end properly last time. Nothing was lost.</source>
        <translation>前回Tenkenは正しく終わりませんでした。失われたものはありません。</translation>
    </message>
    <message>
        <source>Tenken did not end properly last time. Everything stored until %1 is there: %2, %3 answers. Only what was typed in the last half second may be missing.</source>
        <translation>前回Tenkenは正しく終わりませんでした。%1までに保存したものはすべて残っています（%2、回答%3件）。失われた可能性があるのは、最後の0.5秒に入力した文字だけです。</translation>
    </message>
    <message>
        <source>Answer: 1 to 5
Next and previous question: J K or ↓ ↑
Next unanswered: Ctrl+Enter
Flag: F
Comment: C (Esc goes back)
Evidence: E
Undo, redo: Ctrl+Z, Ctrl+Y
List or one question: Ctrl+L
Check and sign: Ctrl+E
Larger, smaller: Ctrl++, Ctrl+-
Next and previous page: Ctrl+Tab, Ctrl+Shift+Tab
Settings: Ctrl+,
Print a report or a comparison: Ctrl+P</source>
        <translation>回答：1～5
次・前の設問：J・K、↓・↑
次の未回答へ：Ctrl+Enter
印：F
説明：C（Escで戻る）
確認資料：E
元に戻す・やり直す：Ctrl+Z・Ctrl+Y
一覧と1問の切り替え：Ctrl+L
確認と署名：Ctrl+E
文字を大きく・小さく：Ctrl++・Ctrl+-
次・前の画面：Ctrl+Tab・Ctrl+Shift+Tab
設定：Ctrl+,
帳票・比較の印刷：Ctrl+P</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>New inspection…</source>
        <translation>新しい点検…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Next unanswered</source>
        <translation>次の未回答へ</translation>
    </message>
    <message>
        <source>List or one question</source>
        <translation>一覧と1問の切り替え</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>文字を大きく</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>文字を小さく</translation>
    </message>
    <message>
        <source>Normal size</source>
        <translation>標準の大きさ</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>次の画面</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>前の画面</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>利用の手引き</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キーの一覧</translation>
    </message>
    <message>
        <source>About Tenken</source>
        <translation>Tenkenについて</translation>
    </message>
    <message>
        <source>Tenken – self-inspection</source>
        <translation>Tenken&#x3000;自己点検</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>ファイルを開く</translation>
    </message>
    <message>
        <source>Signed PDFs and round files (*.pdf *.tenken-round)</source>
        <translation>署名済みPDF・点検実施回 (*.pdf *.tenken-round)</translation>
    </message>
    <message>
        <source>Tenken opens signed PDFs (.pdf) and round files (.tenken-round). Not opened:
%1</source>
        <translation>Tenkenで開けるのは、署名済みPDF（.pdf）と点検実施回のファイル（.tenken-round）です。次のファイルは開いていません。
%1</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>ファイルを開く…</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>台帳</translation>
    </message>
</context>
<context>
    <name>tenken::PlanEditor</name>
    <message>
        <source>What is done</source>
        <translation>何をするか</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>いつまでに</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>誰が</translation>
    </message>
    <message>
        <source>Until then</source>
        <translation>それまでの暫定措置</translation>
    </message>
    <message>
        <source>e.g. 2027-03-31</source>
        <translation>例：令和9年3月31日</translation>
    </message>
</context>
<context>
    <name>tenken::PreviewView</name>
    <message>
        <source>The pages are being set…</source>
        <translation>ページを組んでいます…</translation>
    </message>
    <message numerus="yes">
        <source>Pages set so far: %n</source>
        <translation>
            <numerusform>%nページまで組みました…</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. The pages are set anew when you come back here.</source>
        <translation>中止しました。このページに戻ると、もう一度組みます。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>中止</translation>
    </message>
</context>
<context>
    <name>tenken::ProfileDialog</name>
    <message>
        <source>What we handle</source>
        <translation>扱うもの</translation>
    </message>
    <message>
        <source>Why the unticked ones no longer apply (needed: it hides questions, their answers are kept)</source>
        <translation>外したものが当てはまらなくなった理由（必須。設問は隠れますが、回答は残ります）</translation>
    </message>
    <message>
        <source>Tick everything that is so. Only the questions that apply are asked.</source>
        <translation>当てはまるものにチェックしてください。当てはまる設問だけが出ます。</translation>
    </message>
</context>
<context>
    <name>tenken::ReasonWords</name>
    <message>
        <source>The file is too large, or does not begin and end as a file of Tenken does.</source>
        <translation>ファイルが大きすぎるか、始まりと終わりがTenkenのファイルと違います。</translation>
    </message>
    <message>
        <source>The file&apos;s table of contents has a form that Tenken does not write, or the file is encrypted.</source>
        <translation>ファイルの目録がTenkenのものと違うか、暗号化されています。</translation>
    </message>
    <message>
        <source>The versions inside the file do not follow each other.</source>
        <translation>ファイルの中の更新の順序が正しくありません。</translation>
    </message>
    <message>
        <source>The file holds bytes that belong to no part of it.</source>
        <translation>ファイルに、どこにも属さないデータが含まれています。</translation>
    </message>
    <message>
        <source>A later version of the file contains parts that the first one did not provide for.</source>
        <translation>あとの更新に、最初の版で予定していない部分があります。</translation>
    </message>
    <message>
        <source>The file uses a notation that Tenken does not write.</source>
        <translation>Tenkenが使わない書き方が含まれています。</translation>
    </message>
    <message>
        <source>The file changes its identity from one version to the next.</source>
        <translation>更新の前後で、ファイルの識別情報が変わっています。</translation>
    </message>
    <message>
        <source>The file refers to missing parts, or has parts that nothing refers to.</source>
        <translation>参照先のない部分か、どこからも参照されない部分があります。</translation>
    </message>
    <message>
        <source>The file contains active content such as scripts, links or forms.</source>
        <translation>スクリプト・リンク・入力フォームなど、動作する内容が含まれています。</translation>
    </message>
    <message>
        <source>The file contains data in a packing that Tenken does not use, or larger than stated.</source>
        <translation>Tenkenが使わない圧縮方式か、表示より大きなデータが含まれています。</translation>
    </message>
    <message>
        <source>The file contains entries or annotations that Tenken does not write.</source>
        <translation>Tenkenが書かない項目や注釈が含まれています。</translation>
    </message>
    <message>
        <source>A font is not embedded, so the pages may look different elsewhere.</source>
        <translation>書体が埋め込まれていないため、環境によって見え方が変わるおそれがあります。</translation>
    </message>
    <message>
        <source>A signature does not say properly which part of the file it covers.</source>
        <translation>署名がどの部分を対象にしているか、正しく示されていません。</translation>
    </message>
    <message>
        <source>A signature leaves out more of the file than the signature itself.</source>
        <translation>署名が、署名自身以外の部分まで対象から外しています。</translation>
    </message>
    <message>
        <source>A signature does not cover its version of the file to the end.</source>
        <translation>署名が、その時点のファイルの終わりまでを対象にしていません。</translation>
    </message>
    <message>
        <source>A signature is not tied to exactly one place in the file.</source>
        <translation>署名が、ファイルの中の一つの欄に結び付いていません。</translation>
    </message>
    <message>
        <source>The signature is not encoded as the standard asks.</source>
        <translation>署名の書き方が標準に合っていません。</translation>
    </message>
    <message>
        <source>The signature has several signers, or content of its own.</source>
        <translation>一つの署名に複数の署名者がいるか、余分な内容が含まれています。</translation>
    </message>
    <message>
        <source>The signature lacks required attributes, or carries others.</source>
        <translation>署名に必要な属性がないか、余分な属性があります。</translation>
    </message>
    <message>
        <source>The signature uses a method or a key that is too weak.</source>
        <translation>署名の方式または鍵の強度が足りません。</translation>
    </message>
    <message>
        <source>The content is not what was signed.</source>
        <translation>内容が、署名したときのものと違います。</translation>
    </message>
    <message>
        <source>The signature names another certificate than the one it carries.</source>
        <translation>署名が示す証明書と、付いている証明書が違います。</translation>
    </message>
    <message>
        <source>The signature carries unsigned additions, or an invalid timestamp.</source>
        <translation>署名で守られていない追加があるか、タイムスタンプが無効です。</translation>
    </message>
    <message>
        <source>The certificate is not valid for this signature.</source>
        <translation>証明書が、この署名には有効ではありません。</translation>
    </message>
    <message>
        <source>The signature contains parts that it does not protect.</source>
        <translation>署名のデータに、署名で守られていない部分があります。</translation>
    </message>
    <message>
        <source>Something other than a signature was added after signing.</source>
        <translation>署名のあとに、署名以外のものが追加されています。</translation>
    </message>
    <message>
        <source>A later signature changed more than its own field.</source>
        <translation>あとの署名が、自分の署名欄以外を変更しています。</translation>
    </message>
    <message>
        <source>The file&apos;s main entry was changed after signing.</source>
        <translation>署名のあとに、ファイルの根本の情報が変更されています。</translation>
    </message>
    <message>
        <source>The proofs added for long-term verification contain other things.</source>
        <translation>長期検証用に追加された情報に、余分なものが含まれています。</translation>
    </message>
    <message>
        <source>The first signature does not limit later changes as Tenken&apos;s does.</source>
        <translation>最初の署名に、その後の変更を制限する設定がありません。</translation>
    </message>
    <message>
        <source>A later signer changed what had been signed before.</source>
        <translation>あとの署名者が、署名済みの内容を変更しています。</translation>
    </message>
    <message>
        <source>A signature that this document needs is missing.</source>
        <translation>この文書に必要な署名がありません。</translation>
    </message>
    <message>
        <source>A signature stands in a field for another role.</source>
        <translation>署名が、別の役割の署名欄に入っています。</translation>
    </message>
    <message>
        <source>Inspector and approver are the same person or use the same key.</source>
        <translation>点検者と承認者が同じ人か、同じ鍵を使っています。</translation>
    </message>
    <message>
        <source>The signatures were made in the wrong order.</source>
        <translation>署名の順序が正しくありません。</translation>
    </message>
    <message>
        <source>The signer&apos;s certificate belongs to another department than the submission.</source>
        <translation>署名者の証明書の所属が、提出物の所属と違います。</translation>
    </message>
    <message>
        <source>The data are not those that the inspector signed.</source>
        <translation>データが、点検者の署名したものと違います。</translation>
    </message>
    <message>
        <source>The file does not contain exactly one set of data.</source>
        <translation>ファイルに含まれるデータが、一つだけではありません。</translation>
    </message>
    <message>
        <source>The data in the file are damaged or not in Tenken&apos;s format.</source>
        <translation>ファイルの中のデータが壊れているか、Tenkenの形式ではありません。</translation>
    </message>
    <message>
        <source>The printed pages do not belong to the data in the file.</source>
        <translation>表示されるページと、ファイルの中のデータが対応していません。</translation>
    </message>
    <message>
        <source>The issuer of the certificate is not among those trusted here.</source>
        <translation>証明書の発行元が、ここで信頼している発行元にありません。</translation>
    </message>
    <message>
        <source>The certificate had expired at the time of the check.</source>
        <translation>検証の時点で、証明書の有効期限が切れていました。</translation>
    </message>
    <message>
        <source>The certificate was not valid yet at the time of the check.</source>
        <translation>検証の時点で、証明書の有効期間がまだ始まっていませんでした。</translation>
    </message>
    <message>
        <source>The issuer has revoked the certificate.</source>
        <translation>証明書は、発行元によって失効しています。</translation>
    </message>
    <message>
        <source>The certificate does not entitle its holder to this signature.</source>
        <translation>この証明書では、この役割の署名ができません。</translation>
    </message>
    <message>
        <source>The certificate belongs to another department.</source>
        <translation>別の所属の証明書です。</translation>
    </message>
    <message>
        <source>Inspector and approver are the same person.</source>
        <translation>点検者と承認者が同じ人です。</translation>
    </message>
    <message>
        <source>This is no PDF that Tenken made.</source>
        <translation>Tenkenで作ったPDFではありません。</translation>
    </message>
    <message>
        <source>The PDF was made and signed with another program.</source>
        <translation>ほかのプログラムで作られ、署名されたPDFです。</translation>
    </message>
    <message>
        <source>The PDF is a scan: a picture of paper without data.</source>
        <translation>紙を読み取った画像のPDFで、データが入っていません。</translation>
    </message>
    <message>
        <source>The approver has not signed; ask for the approved file.</source>
        <translation>承認者の署名がありません。承認済みのファイルを依頼してください。</translation>
    </message>
    <message>
        <source>The submission belongs to another inspection round.</source>
        <translation>別の点検実施回の提出物です。</translation>
    </message>
    <message>
        <source>The registry already holds this submission with more signatures.</source>
        <translation>署名のそろった同じ提出物が、すでに台帳にあります。</translation>
    </message>
    <message>
        <source>The registry already holds another submission for the same subject, round and revision.</source>
        <translation>同じ対象・実施回・版の別の提出物が、すでに台帳にあります。</translation>
    </message>
    <message>
        <source>Structure of the file</source>
        <translation>ファイルの構造</translation>
    </message>
    <message>
        <source>Foreign content</source>
        <translation>余分な内容</translation>
    </message>
    <message>
        <source>Range of a signature</source>
        <translation>署名の対象範囲</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Change after signing</source>
        <translation>署名後の変更</translation>
    </message>
    <message>
        <source>Rules for signers</source>
        <translation>署名者の決まり</translation>
    </message>
    <message>
        <source>Data in the file</source>
        <translation>ファイルの中のデータ</translation>
    </message>
    <message>
        <source>Unknown issuer</source>
        <translation>発行元が不明</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>有効期限切れ</translation>
    </message>
    <message>
        <source>Not yet valid</source>
        <translation>有効期間前</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>失効</translation>
    </message>
    <message>
        <source>Wrong role</source>
        <translation>役割の不一致</translation>
    </message>
    <message>
        <source>Wrong department</source>
        <translation>所属の不一致</translation>
    </message>
    <message>
        <source>Same person</source>
        <translation>同じ人の署名</translation>
    </message>
    <message>
        <source>PDF of another program</source>
        <translation>ほかのプログラムのPDF</translation>
    </message>
    <message>
        <source>Signed with another program</source>
        <translation>ほかのプログラムの署名</translation>
    </message>
    <message>
        <source>Scan of paper</source>
        <translation>紙の読み取り画像</translation>
    </message>
    <message>
        <source>Not approved yet</source>
        <translation>未承認</translation>
    </message>
    <message>
        <source>Another round</source>
        <translation>別の実施回</translation>
    </message>
    <message>
        <source>Fewer signatures than before</source>
        <translation>署名が以前より少ない</translation>
    </message>
    <message>
        <source>Conflicting submission</source>
        <translation>提出物の重複</translation>
    </message>
</context>
<context>
    <name>tenken::ReferencePanel</name>
    <message>
        <source>What to look at</source>
        <translation>着眼点</translation>
    </message>
    <message>
        <source>What counts as evidence</source>
        <translation>確認資料の例</translation>
    </message>
    <message>
        <source>Basic policy %1 %2</source>
        <translation>基本方針 %1 %2</translation>
    </message>
    <message>
        <source>How to put it right</source>
        <translation>是正のしかた</translation>
    </message>
    <message>
        <source>Last year&apos;s answer</source>
        <translation>前回の回答</translation>
    </message>
    <message>
        <source>There is none on this computer.</source>
        <translation>このパソコンにはありません。</translation>
    </message>
    <message>
        <source>Answer of %1</source>
        <translation>前回の回答（%1）</translation>
    </message>
    <message>
        <source>Evidence: %1</source>
        <translation>確認資料：%1</translation>
    </message>
    <message>
        <source>The item was not asked then.</source>
        <translation>前回は尋ねていない設問です。</translation>
    </message>
    <message>
        <source>Guidance, clause, evidence and last year&apos;s answer</source>
        <translation>着眼点、条項、確認資料の例、前回の回答</translation>
    </message>
    <message>
        <source>Use last year&apos;s answer…</source>
        <translation>前回の回答を使う…</translation>
    </message>
    <message>
        <source>Open a PDF to look back at…</source>
        <translation>前回のPDFを開く…</translation>
    </message>
    <message>
        <source>The PDF is being read. Stop</source>
        <translation>PDFを読んでいます。中止</translation>
    </message>
</context>
<context>
    <name>tenken::RegistryPage</name>
    <message>
        <source>Folder of signed PDFs</source>
        <translation>署名済みPDFのフォルダー</translation>
    </message>
    <message>
        <source>Signed PDFs</source>
        <translation>署名済みPDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Organisation, systems or round file</source>
        <translation>組織・システム・実施回のファイル</translation>
    </message>
    <message>
        <source>Tables and round files (*.csv *.tenken-round)</source>
        <translation>表と実施回のファイル (*.csv *.tenken-round)</translation>
    </message>
    <message>
        <source>Open another registry</source>
        <translation>別の台帳を開く</translation>
    </message>
    <message>
        <source>Registry (*.db)</source>
        <translation>台帳 (*.db)</translation>
    </message>
    <message>
        <source>Certificate of the trusted authority</source>
        <translation>信頼する発行元の証明書（ca.pem）</translation>
    </message>
    <message>
        <source>Certificates (*.pem)</source>
        <translation>証明書 (*.pem)</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>書き出しました：%1</translation>
    </message>
    <message>
        <source>Save the missing list</source>
        <translation>未提出一覧の保存</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Save the text of a reminder</source>
        <translation>督促文の保存</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>テキスト (*.txt)</translation>
    </message>
    <message>
        <source>The text of the reminder is on the clipboard. Paste it into a mail.</source>
        <translation>督促文をコピーしました。メールなどに貼り付けてください。</translation>
    </message>
    <message>
        <source>No round file is imported for this round: nothing is due.</source>
        <translation>この実施回のファイルがまだ読み込まれていないため、期限と未提出は判定できません。</translation>
    </message>
    <message>
        <source>Refused files</source>
        <translation>受け付けなかったファイル</translation>
    </message>
    <message>
        <source>No file has been refused.</source>
        <translation>受け付けなかったファイルはありません。</translation>
    </message>
    <message>
        <source>%1 refused so far. The files are where they were.</source>
        <translation>これまでに%1件を受け付けませんでした。ファイルは元の場所にあります。</translation>
    </message>
    <message>
        <source>%1 imported, %2 already there, %3 refused.</source>
        <translation>取り込み %1件、取り込み済み %2件、受け付けず %3件です。</translation>
    </message>
    <message>
        <source>Organisation imported: %1 departments.</source>
        <translation>組織を読み込みました（%1所属）。</translation>
    </message>
    <message>
        <source>Systems imported: %1.</source>
        <translation>情報システムを読み込みました（%1件）。</translation>
    </message>
    <message>
        <source>Round imported: %1 submissions are expected.</source>
        <translation>実施回を読み込みました（提出の対象%1件）。</translation>
    </message>
    <message>
        <source>Stopped. What is in stays; import the same folder again to go on.</source>
        <translation>取り込みを止めました。取り込んだものは残っています。続けるには、同じフォルダーをもう一度取り込んでください。</translation>
    </message>
    <message>
        <source>Result of the import</source>
        <translation>取り込みの結果</translation>
    </message>
    <message>
        <source>Nothing has been imported since the program started.</source>
        <translation>Tenkenを起動してから、まだ何も取り込んでいません。「取り込む」を押すか、PDFのフォルダーをこの画面へドロップしてください。</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>台帳</translation>
    </message>
    <message>
        <source>Round to show</source>
        <translation>表示する実施回</translation>
    </message>
    <message>
        <source>Take only this round</source>
        <translation>この実施回のものだけを受け付ける</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>取り込む</translation>
    </message>
    <message>
        <source>Missing list and receipts</source>
        <translation>未提出一覧・受領書</translation>
    </message>
    <message>
        <source>Folder of PDFs…</source>
        <translation>PDFのフォルダー…</translation>
    </message>
    <message>
        <source>PDFs…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>Organisation, systems or round file…</source>
        <translation>組織・システム・実施回のファイル…</translation>
    </message>
    <message>
        <source>Open another registry…</source>
        <translation>別の台帳を開く…</translation>
    </message>
    <message>
        <source>Save the missing list (CSV)…</source>
        <translation>未提出一覧（CSV）を保存…</translation>
    </message>
    <message>
        <source>Copy the text of a reminder</source>
        <translation>督促文をコピー</translation>
    </message>
    <message>
        <source>Save the text of a reminder…</source>
        <translation>督促文を保存…</translation>
    </message>
    <message>
        <source>Receipts for everything received…</source>
        <translation>受け付けたもの全部の受領書…</translation>
    </message>
    <message>
        <source>No trusted authority is chosen: every PDF would be refused. Choose the ca.pem of your authority.</source>
        <translation>信頼する発行元がまだ選ばれていないため、どのPDFも受け付けられません。情報政策課の認証局の証明書（ca.pem）を選んでください。</translation>
    </message>
    <message>
        <source>Choose ca.pem…</source>
        <translation>ca.pemを選ぶ…</translation>
    </message>
    <message>
        <source>The registry&apos;s sheets</source>
        <translation>台帳の表示</translation>
    </message>
    <message>
        <source>Status board</source>
        <translation>提出状況</translation>
    </message>
</context>
<context>
    <name>tenken::RegistryWords</name>
    <message>
        <source>missing</source>
        <translation>未提出</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>差戻し</translation>
    </message>
    <message>
        <source>submitted</source>
        <translation>提出済み</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>承認済み</translation>
    </message>
    <message>
        <source>Nothing has arrived yet. Send the reminder, or import the PDF once it has come.</source>
        <translation>まだ届いていません。督促するか、PDFが届いたら取り込んでください。</translation>
    </message>
    <message>
        <source>A file arrived and was refused. Tell the department the reason and ask for a new PDF.</source>
        <translation>届いたファイルを受け付けませんでした。所属へ理由を伝え、PDFを出し直してもらってください。</translation>
    </message>
    <message>
        <source>It was returned. The department hands in the next revision.</source>
        <translation>差し戻しました。所属から次の版が提出されるのを待っています。</translation>
    </message>
    <message>
        <source>It has arrived. A receipt can be issued.</source>
        <translation>届いています。受領書を作成できます。</translation>
    </message>
    <message>
        <source>It has arrived with the manager&apos;s approval. A receipt can be issued.</source>
        <translation>管理者の承認済みで届いています。受領書を作成できます。</translation>
    </message>
    <message>
        <source>Department, system</source>
        <translation>所属・情報システム</translation>
    </message>
</context>
<context>
    <name>tenken::ReportsPage</name>
    <message>
        <source>Reports</source>
        <translation>帳票</translation>
    </message>
    <message>
        <source>%1 read</source>
        <translation>%1件を読みました</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>書き出しました：%1</translation>
    </message>
    <message>
        <source>No department has submitted in this round yet.</source>
        <translation>この回に提出した所属はまだありません。</translation>
    </message>
    <message>
        <source>Reports count what is in the registry, and it is still empty. Import the submissions on the page “Registry” first.</source>
        <translation>帳票は台帳の提出を集計します。台帳にまだ提出がないので、先に「台帳」の画面で取り込んでください。</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>帳票を保存する</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Report to the committee</source>
        <translation>委員会への報告（全庁集計・比較報告）</translation>
    </message>
    <message>
        <source>Submission status</source>
        <translation>提出状況表</translation>
    </message>
    <message>
        <source>Result for a department</source>
        <translation>所属への結果のお知らせ</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>帳票</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>回</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>点検票</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>印刷…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>PDFで保存…</translation>
    </message>
    <message>
        <source>Sign as the division</source>
        <translation>情報政策課として署名する</translation>
    </message>
    <message>
        <source>Sign and save…</source>
        <translation>署名して保存…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Making the report</source>
        <translation>帳票を作っています</translation>
    </message>
    <message>
        <source>As printed</source>
        <translation>印刷の姿</translation>
    </message>
</context>
<context>
    <name>tenken::RoundLines</name>
    <message>
        <source>expected %1</source>
        <translation>対象 %1</translation>
    </message>
    <message>
        <source>Due %1 (days left: %2)</source>
        <translation>提出期限 %1（あと%2日）</translation>
    </message>
    <message>
        <source>Due %1: today</source>
        <translation>提出期限 %1（今日まで）</translation>
    </message>
    <message>
        <source>Due %1 (days past: %2)</source>
        <translation>提出期限 %1（%2日過ぎています）</translation>
    </message>
</context>
<context>
    <name>tenken::RoundsPanel</name>
    <message>
        <source>Rounds</source>
        <translation>実施回</translation>
    </message>
    <message>
        <source>Rounds of the division</source>
        <translation>実施回と提出状況</translation>
    </message>
</context>
<context>
    <name>tenken::SettingsPage</name>
    <message>
        <source>%1 (fixed by the administrator)</source>
        <translation>%1（管理者が固定）</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選ぶ…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>明るい</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>暗い</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>画面の色</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>文字の大きさ</translation>
    </message>
    <message>
        <source>Folder for signed PDFs</source>
        <translation>署名したPDFの保存先</translation>
    </message>
    <message>
        <source>Signing key</source>
        <translation>署名鍵</translation>
    </message>
    <message>
        <source>Trusted authority (ca.pem)</source>
        <translation>信頼する発行元（ca.pem）</translation>
    </message>
    <message>
        <source>Revocation list (ca.crl)</source>
        <translation>失効リスト（ca.crl）</translation>
    </message>
    <message>
        <source>Organisation (CSV)</source>
        <translation>組織表（CSV）</translation>
    </message>
    <message>
        <source>Changes take effect at once. A new organisation file is read when Tenken starts again.</source>
        <translation>変更はすぐに反映されます。組織表は次に起動したときに読み込みます。</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Keys and certificates</source>
        <translation>鍵と証明書</translation>
    </message>
    <message>
        <source>Whom to trust</source>
        <translation>信頼する発行元</translation>
    </message>
    <message>
        <source>Folders and files</source>
        <translation>フォルダーとファイル</translation>
    </message>
    <message>
        <source>Import or make a key…</source>
        <translation>鍵を取り込む・作る…</translation>
    </message>
    <message>
        <source>Driver of the token (PKCS#11)</source>
        <translation>トークンのドライバー（PKCS#11）</translation>
    </message>
    <message>
        <source>Registry of the division</source>
        <translation>台帳（情報政策課）</translation>
    </message>
</context>
<context>
    <name>tenken::SignPage</name>
    <message>
        <source>Still missing: %1</source>
        <translation>不足：%1件</translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>不足はありません</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>署名済み</translation>
    </message>
    <message>
        <source>Choose a line to go to its question.</source>
        <translation>行を選ぶと、その設問へ移ります。</translation>
    </message>
    <message>
        <source>All questions are answered as their rules ask.</source>
        <translation>すべての設問に、決まりどおり回答しています。</translation>
    </message>
    <message>
        <source>The inspection is signed and can no longer be changed. Hand the PDF to your manager. To change an answer, begin a new revision.</source>
        <translation>署名済みのため、もう変更できません。PDFを課長に渡してください。回答を変えるときは、新しい版を始めてください。</translation>
    </message>
    <message>
        <source>Save the signed PDF</source>
        <translation>署名したPDFを保存</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save a draft</source>
        <translation>下書きを保存</translation>
    </message>
    <message>
        <source>The draft was written: %1</source>
        <translation>下書きを書き出しました：%1</translation>
    </message>
    <message>
        <source>Signed and written: %1</source>
        <translation>署名して書き出しました：%1</translation>
    </message>
    <message>
        <source>Check and sign</source>
        <translation>確認と署名</translation>
    </message>
    <message>
        <source>What is still missing</source>
        <translation>不足しているもの</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Date of the inspection</source>
        <translation>点検日</translation>
    </message>
    <message>
        <source>Sign and save the PDF…</source>
        <translation>署名してPDFを保存…</translation>
    </message>
    <message>
        <source>Save a draft…</source>
        <translation>下書きを保存…</translation>
    </message>
    <message>
        <source>Signing</source>
        <translation>署名しています</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Open in the viewer</source>
        <translation>PDFを開く</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>New revision</source>
        <translation>新しい版</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>A signing key shows that this report is from you and was not changed. Usually it is a file (.p12) that the information policy division gave to your department, with a passphrase.</source>
        <translation>署名鍵は、報告書が所属のものであり、変更されていないことを示します。ふつうは、情報政策課が所属に渡したファイル（.p12）で、パスフレーズが付いています。</translation>
    </message>
    <message>
        <source>This is possible as soon as nothing is missing.</source>
        <translation>不足がなくなると、署名できます。</translation>
    </message>
</context>
<context>
    <name>tenken::StartPage</name>
    <message>
        <source>%1 questions will be asked.</source>
        <translation>%1問を尋ねます。</translation>
    </message>
    <message>
        <source>Choose the department, or type its code and name.</source>
        <translation>所属を選ぶか、所属コードと所属名を入力してください。</translation>
    </message>
    <message>
        <source>New inspection</source>
        <translation>新しい点検</translation>
    </message>
    <message>
        <source>Round %1</source>
        <translation>第%1回</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>点検票</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>回</translation>
    </message>
    <message>
        <source>Find the department</source>
        <translation>所属を探す</translation>
    </message>
    <message>
        <source>Part of its name or code</source>
        <translation>名称やコードの一部</translation>
    </message>
    <message>
        <source>Department code</source>
        <translation>所属コード</translation>
    </message>
    <message>
        <source>Department name</source>
        <translation>所属名</translation>
    </message>
    <message>
        <source>Your post</source>
        <translation>職名</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>What is handled there?</source>
        <translation>何を扱いますか</translation>
    </message>
    <message>
        <source>Tick everything that is so. Only the questions that apply are asked; you can change this later without losing an answer.</source>
        <translation>当てはまるものにチェックしてください。当てはまる設問だけが出ます。後で変えても、回答は失われません。</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>始める</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>%1 is open until %2.</source>
        <translation>%1の提出期限は%2です。</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation>（%1）</translation>
    </message>
    <message>
        <source>Fiscal year</source>
        <translation>年度</translation>
    </message>
</context>
<context>
    <name>tenken::TrendDelegate</name>
    <message>
        <source>Fewer than ten answers: no rate</source>
        <translation>10件未満のため率を出しません</translation>
    </message>
    <message>
        <source>↗ better</source>
        <translation>↗ 良くなった</translation>
    </message>
    <message>
        <source>↘ worse</source>
        <translation>↘ 悪くなった</translation>
    </message>
    <message>
        <source>no telling difference</source>
        <translation>はっきりした差はありません</translation>
    </message>
</context>
<context>
    <name>tenken::VerdictWords</name>
    <message>
        <source>Not from Tenken</source>
        <translation>Tenkenのファイルではない</translation>
    </message>
    <message>
        <source>Newer format</source>
        <translation>新しい形式</translation>
    </message>
    <message>
        <source>Sanitised copy</source>
        <translation>無害化された写し</translation>
    </message>
    <message>
        <source>Unsigned</source>
        <translation>署名なし</translation>
    </message>
    <message>
        <source>Malformed</source>
        <translation>構造が不正</translation>
    </message>
    <message>
        <source>Altered</source>
        <translation>改変あり</translation>
    </message>
    <message>
        <source>Untrusted</source>
        <translation>信頼できない署名</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>This file was not made by Tenken.</source>
        <translation>Tenkenで作られたファイルではありません。</translation>
    </message>
    <message>
        <source>This file was made by a newer version of Tenken.</source>
        <translation>新しい版のTenkenで作られたファイルです。</translation>
    </message>
    <message>
        <source>This is a copy of a Tenken file that has lost its signatures or its data, as sanitising does.</source>
        <translation>Tenkenのファイルの写しですが、無害化などにより、署名またはデータが失われています。</translation>
    </message>
    <message>
        <source>This Tenken file carries no signature.</source>
        <translation>Tenkenのファイルですが、署名がありません。</translation>
    </message>
    <message>
        <source>This file is not built as Tenken builds it.</source>
        <translation>ファイルの構造が、Tenkenの作るものと違います。</translation>
    </message>
    <message>
        <source>This file was changed after it was signed.</source>
        <translation>署名のあとに、内容が変更されています。</translation>
    </message>
    <message>
        <source>The content is as it was signed, but a signature cannot be trusted.</source>
        <translation>内容は署名したときのままですが、信頼できない署名があります。</translation>
    </message>
    <message>
        <source>The content is as it was signed, and the signatures are trusted.</source>
        <translation>内容は署名したときのままで、署名も信頼できます。</translation>
    </message>
    <message>
        <source>Ask the sender for the PDF that Tenken exported.</source>
        <translation>Tenkenで書き出したPDFを、送り主に依頼してください。</translation>
    </message>
    <message>
        <source>Update Tenken and open the file again.</source>
        <translation>Tenkenを更新して、もう一度開いてください。</translation>
    </message>
    <message>
        <source>Ask for the original file by a way that does not sanitise it.</source>
        <translation>無害化を通らない方法で、元のファイルを受け取ってください。</translation>
    </message>
    <message>
        <source>Ask the sender to sign the submission and to send it again.</source>
        <translation>署名してから送り直すよう、送り主に依頼してください。</translation>
    </message>
    <message>
        <source>Ask the sender for the file as Tenken exported it, not saved again by another program.</source>
        <translation>ほかのプログラムで保存し直していない、Tenkenの書き出したままのファイルを依頼してください。</translation>
    </message>
    <message>
        <source>Do not use the content. Tell the sender and ask for the original file.</source>
        <translation>内容を使わないでください。送り主に知らせて、元のファイルを依頼してください。</translation>
    </message>
    <message>
        <source>Check the certificate with the sender and the issuer before you use the content.</source>
        <translation>内容を使う前に、送り主と発行元に証明書を確かめてください。</translation>
    </message>
    <message>
        <source>Nothing more to do: the file can be used.</source>
        <translation>このまま使えます。必要な操作はありません。</translation>
    </message>
    <message>
        <source>Old revocation list</source>
        <translation>失効リストが古い</translation>
    </message>
    <message>
        <source>Revocation not checked</source>
        <translation>失効を未確認</translation>
    </message>
    <message>
        <source>Not approved yet</source>
        <translation>未承認</translation>
    </message>
    <message>
        <source>Clock differs</source>
        <translation>時計のずれ</translation>
    </message>
    <message>
        <source>The revocation list is past its date; a certificate revoked since then is not noticed.</source>
        <translation>失効リストの期限が過ぎているため、その後に失効した証明書を見つけられません。</translation>
    </message>
    <message>
        <source>No revocation list is at hand, so a revoked certificate is not noticed.</source>
        <translation>失効リストがないため、失効した証明書を見つけられません。</translation>
    </message>
    <message>
        <source>The approver has not signed yet.</source>
        <translation>承認者の署名がまだありません。</translation>
    </message>
    <message>
        <source>The time of signing does not fit the clock of this PC; check the clock.</source>
        <translation>署名の時刻が、このPCの時計と合いません。時計を確かめてください。</translation>
    </message>
    <message>
        <source>Trusted</source>
        <translation>信頼できる</translation>
    </message>
    <message>
        <source>Unknown issuer</source>
        <translation>発行元が不明</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>有効期限切れ</translation>
    </message>
    <message>
        <source>Not yet valid</source>
        <translation>有効期間前</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>失効</translation>
    </message>
    <message>
        <source>The certificate comes from an issuer that is trusted here.</source>
        <translation>信頼している発行元の証明書です。</translation>
    </message>
    <message>
        <source>The issuer of the certificate is not among those trusted here.</source>
        <translation>証明書の発行元が、ここで信頼している発行元にありません。</translation>
    </message>
    <message>
        <source>The certificate had expired at the time of the check.</source>
        <translation>検証の時点で、証明書の有効期限が切れていました。</translation>
    </message>
    <message>
        <source>The certificate was not valid yet at the time of the check.</source>
        <translation>検証の時点で、証明書の有効期間がまだ始まっていませんでした。</translation>
    </message>
    <message>
        <source>The issuer has revoked the certificate.</source>
        <translation>証明書は、発行元によって失効しています。</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>変更なし</translation>
    </message>
    <message>
        <source>Changed or damaged</source>
        <translation>変更または破損</translation>
    </message>
    <message>
        <source>What this signature covers is as it was signed.</source>
        <translation>この署名の対象は、署名したときのままです。</translation>
    </message>
    <message>
        <source>What this signature covers is not what was signed.</source>
        <translation>この署名の対象は、署名したときのものと違います。</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>点検者</translation>
    </message>
    <message>
        <source>Approver</source>
        <translation>承認者</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>監査人</translation>
    </message>
    <message>
        <source>Information policy division</source>
        <translation>情報政策課</translation>
    </message>
    <message>
        <source>Answers the checklist for the department and signs the submission.</source>
        <translation>所属の点検票に回答し、提出物に署名します。</translation>
    </message>
    <message>
        <source>Approves or returns the submission as the information security manager.</source>
        <translation>情報セキュリティ管理者として、提出物を承認するか差し戻します。</translation>
    </message>
    <message>
        <source>Audits the department and signs the findings.</source>
        <translation>所属を監査し、指摘事項に署名します。</translation>
    </message>
    <message>
        <source>Collects the submissions and signs receipts and reports.</source>
        <translation>提出物を取りまとめ、受領書と報告書に署名します。</translation>
    </message>
    <message>
        <source>Submission</source>
        <translation>提出物</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>受領書</translation>
    </message>
    <message>
        <source>Return notice</source>
        <translation>差戻し通知</translation>
    </message>
    <message>
        <source>Audit findings</source>
        <translation>監査指摘事項</translation>
    </message>
    <message>
        <source>Improvement plan</source>
        <translation>改善計画書</translation>
    </message>
    <message>
        <source>Committee report</source>
        <translation>委員会報告書</translation>
    </message>
    <message>
        <source>The signed answers of one inspection.</source>
        <translation>一つの点検の、署名された回答です。</translation>
    </message>
    <message>
        <source>The division&apos;s confirmation that submissions have arrived.</source>
        <translation>提出物を受け取ったことを、情報政策課が示す文書です。</translation>
    </message>
    <message>
        <source>A submission that goes back to its inspector, with the reason.</source>
        <translation>理由を添えて、提出物を点検者に差し戻す文書です。</translation>
    </message>
    <message>
        <source>The findings of an audit.</source>
        <translation>監査の指摘事項をまとめた文書です。</translation>
    </message>
    <message>
        <source>The corrective actions that a department plans.</source>
        <translation>所属が計画した是正措置をまとめた文書です。</translation>
    </message>
    <message>
        <source>The results of the whole city for the committee.</source>
        <translation>全庁の結果を委員会に報告する文書です。</translation>
    </message>
    <message>
        <source>Signature only</source>
        <translation>署名のみ</translation>
    </message>
    <message>
        <source>With timestamp</source>
        <translation>タイムスタンプ付き</translation>
    </message>
    <message>
        <source>Long term</source>
        <translation>長期検証用</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>長期保存用</translation>
    </message>
    <message>
        <source>The signature and its certificate, without a proof of the time.</source>
        <translation>署名と証明書だけで、時刻の証明はありません。</translation>
    </message>
    <message>
        <source>A timestamp authority proves that the signature existed at that time.</source>
        <translation>その時刻に署名があったことを、時刻認証局が証明しています。</translation>
    </message>
    <message>
        <source>Certificates and revocation lists are inside, so it can be verified years later.</source>
        <translation>証明書と失効リストを含むため、数年後でも検証できます。</translation>
    </message>
    <message>
        <source>An archive timestamp also protects what is needed to verify it for decades.</source>
        <translation>検証に必要な情報を保存用タイムスタンプで守り、数十年後でも検証できます。</translation>
    </message>
    <message>
        <source>Clock of the PC</source>
        <translation>PCの時計</translation>
    </message>
    <message>
        <source>Timestamp</source>
        <translation>タイムスタンプ</translation>
    </message>
    <message>
        <source>The time is what the signer&apos;s PC said; nobody has confirmed it.</source>
        <translation>署名者のPCの時刻で、第三者による証明はありません。</translation>
    </message>
    <message>
        <source>A timestamp authority has confirmed the time.</source>
        <translation>時刻認証局が証明した時刻です。</translation>
    </message>
    <message>
        <source>%1 (on behalf)</source>
        <translation>%1（代決）</translation>
    </message>
</context>
<context>
    <name>tenken::cli::AuthorityCommands</name>
    <message>
        <source>Issued %1 (serial %2).</source>
        <translation>%1 を発行しました（シリアル番号 %2）。</translation>
    </message>
    <message>
        <source>%1 of %2 departments</source>
        <translation>%2所属のうち %1所属</translation>
    </message>
    <message>
        <source>Issued %1 certificates. The passphrases are in %2.</source>
        <translation>証明書を %1件発行しました。パスフレーズは %2 にあります。</translation>
    </message>
    <message>
        <source>Revoked %1. The list of revoked certificates is renewed.</source>
        <translation>証明書 %1 を失効させ、失効リストを更新しました。</translation>
    </message>
    <message>
        <source>The authority never issued a certificate %1.</source>
        <translation>証明書 %1 は、この認証局では発行していません。シリアル番号を確かめてください。</translation>
    </message>
    <message>
        <source>The certificate %1 is revoked already.</source>
        <translation>証明書 %1 はすでに失効しています。</translation>
    </message>
</context>
<context>
    <name>tenken::cli::ChecklistCommands</name>
    <message>
        <source>%1: valid.</source>
        <translation>%1: 問題はありません。</translation>
    </message>
    <message>
        <source>(the city&apos;s own wording; --confidential shows it)</source>
        <translation>（市独自の設問です。--confidential を付けると表示します）</translation>
    </message>
</context>
<context>
    <name>tenken::cli::CommandLine</name>
    <message>
        <source>Run tenken-cli --help for the list of commands.</source>
        <translation>コマンドの一覧は tenken-cli --help で確かめてください。</translation>
    </message>
    <message>
        <source>Tenken: information-security self-inspection and audit for municipalities.</source>
        <translation>Tenken: 自治体の情報セキュリティ自己点検・監査</translation>
    </message>
    <message>
        <source>Options for every command: --help --version --json --lang ja|en</source>
        <translation>どのコマンドでも使えるオプション: --help --version --json --lang ja|en</translation>
    </message>
    <message>
        <source>Not everything could be written to standard output. Make room on its disk and try again.</source>
        <translation>標準出力に最後まで書き込めませんでした。出力先のディスクの空き容量を増やして、もう一度お試しください。</translation>
    </message>
</context>
<context>
    <name>tenken::cli::CompareCommand</name>
    <message>
        <source>Compared: %1 items of %2 departments (%3 of them in place of others before a reorganisation). Left out: %4 departments that are not in every year.</source>
        <translation>比較対象は%1項目×%2所属です（うち%3所属は、組織改編の前の所属を引き継いでいます）。全ての年度にそろわない%4所属は除きました。</translation>
    </message>
</context>
<context>
    <name>tenken::cli::DemoCommand</name>
    <message>
        <source>%1 submissions signed, approved, verified and imported:</source>
        <translation>%1件の提出物に署名し、承認・検証して取り込みました。</translation>
    </message>
    <message>
        <source>Keys of departments issued: %1 of %2</source>
        <translation>所属の鍵を発行: %2所属のうち %1所属</translation>
    </message>
    <message>
        <source>Submissions of %1 signed and approved: %2 of %3</source>
        <translation>%1年度の提出物に署名・承認: %3件のうち %2件</translation>
    </message>
    <message>
        <source>Submissions of %1 verified and imported: %2 of %3</source>
        <translation>%1年度の提出物を検証・取り込み: %3件のうち %2件</translation>
    </message>
</context>
<context>
    <name>tenken::cli::ExportCommands</name>
    <message>
        <source>Wrote %1.</source>
        <translation>%1 を書き出しました。</translation>
    </message>
    <message>
        <source>%1 is approved already. Nothing was written.</source>
        <translation>%1 は承認済みです。何も書き出していません。</translation>
    </message>
    <message>
        <source>%1 is no submission. Nothing was written.</source>
        <translation>%1 は点検の提出物ではありません。何も書き出していません。</translation>
    </message>
    <message>
        <source>%1: Tenken would not accept this certificate&apos;s signature. Nothing was written. Choose another key.</source>
        <translation>%1: この証明書の署名は検証に合格しません。何も書き出していません。別の鍵を選んでください。</translation>
    </message>
</context>
<context>
    <name>tenken::cli::InspectionAnswers</name>
    <message>
        <source>%1 items would change. Nothing was written.</source>
        <translation>%1件の回答が変わります。まだ保存していません。</translation>
    </message>
    <message>
        <source>%1 items were written.</source>
        <translation>%1件の回答を保存しました。</translation>
    </message>
</context>
<context>
    <name>tenken::cli::InspectionCommands</name>
    <message>
        <source>Profile saved: %1 items apply.</source>
        <translation>扱うものを保存しました。対象は %1項目です。</translation>
    </message>
    <message>
        <source>%1 of %2 items answered.</source>
        <translation>%2項目のうち %1項目に回答済みです。</translation>
    </message>
    <message>
        <source>Everything is answered. The inspection can be signed.</source>
        <translation>すべての項目に回答済みです。署名して書き出せます。</translation>
    </message>
    <message>
        <source>Revision %1 is open.</source>
        <translation>第%1版の入力を始められます。</translation>
    </message>
    <message>
        <source>The draft was deleted. Its history is kept.</source>
        <translation>下書きを削除しました。操作の履歴は残ります。</translation>
    </message>
    <message>
        <source>The newest revision is still open. Go on with it.</source>
        <translation>最新の版がまだ入力中です。その版で続けてください。</translation>
    </message>
</context>
<context>
    <name>tenken::cli::Prompt</name>
    <message>
        <source>Passphrase: </source>
        <translation>パスフレーズ: </translation>
    </message>
</context>
<context>
    <name>tenken::cli::RegistryCommands</name>
    <message>
        <source>%1 imported, %2 already there, %3 refused.</source>
        <translation>取り込み %1件、取り込み済み %2件、受け付けず %3件です。</translation>
    </message>
    <message>
        <source>%1 of %2 files</source>
        <translation>%2件のうち %1件</translation>
    </message>
</context>
<context>
    <name>tenken::cli::RegistrySession</name>
    <message>
        <source>The registry knows no round of that year and number and no organisation, so nobody is expected. Import with --round-file, or give --org ORG.csv.</source>
        <translation>台帳にこの年度・回の点検実施回も組織もないため、提出の対象が分かりません。--round-file を付けて取り込むか、--org ORG.csv を指定してください。</translation>
    </message>
</context>
<context>
    <name>tenken::cli::RegistryStatusCommands</name>
    <message>
        <source>%1 expected, %2 submitted, %3 approved, %4 missing, %5 files refused.</source>
        <translation>対象 %1件、提出済み %2件、承認済み %3件、未提出 %4件、受け付けなかったファイル %5件です。</translation>
    </message>
    <message>
        <source>%1 submissions show a sign. Signs help to choose whom to visit; they say nothing of how well a department does.</source>
        <translation>%1件の提出に兆候があります。監査先を選ぶための手がかりで、所属の評価を示すものではありません。</translation>
    </message>
</context>
<context>
    <name>tenken::cli::ReportCommand</name>
    <message>
        <source>The registry holds no submission of this checklist for that round, so there is nothing to report. Import the submissions first, or choose another year, round or checklist.</source>
        <translation>台帳に、この回のこの点検票の提出がないため、報告を作れません。提出されたPDFを先に取り込むか、年度・回・点検票を確かめてください。</translation>
    </message>
</context>
<context>
    <name>tenken::cli::RoundCommand</name>
    <message>
        <source>Wrote %1: %2 submissions are expected.</source>
        <translation>%1 を書き出しました（提出の対象 %2件）。</translation>
    </message>
</context>
<context>
    <name>tenken::cli::StoreCommands</name>
    <message>
        <source>Wrote the backup %1.</source>
        <translation>バックアップ %1 を作成しました。</translation>
    </message>
    <message>
        <source>The store was restored.</source>
        <translation>データを復元しました。</translation>
    </message>
    <message>
        <source>The previous one is kept as %1.</source>
        <translation>元のデータは %1 に残しました。</translation>
    </message>
    <message>
        <source>The store is intact: %1 inspections.</source>
        <translation>データに異常はありません（点検 %1件）。</translation>
    </message>
</context>
<context>
    <name>tenken::cli::TallyCommand</name>
    <message>
        <source>Personal checklists %1 %2: %3 of %4 persons answered, %5 items.</source>
        <translation>個人票 %1（%2版）: %4人中%3人が回答、%5項目です。</translation>
    </message>
    <message>
        <source>No personal checklists were counted in.</source>
        <translation>個人票の集計は取り込まれていません。</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>何も書き込んでいません。</translation>
    </message>
</context>
<context>
    <name>tenken::cli::TimestampCommands</name>
    <message>
        <source>%1 has its timestamp already. Nothing was written.</source>
        <translation>%1 には、すでにタイムスタンプが付いています。何も書き出していません。</translation>
    </message>
    <message>
        <source>Wrote %1 (%2).</source>
        <translation>%1 を書き出しました（%2）。</translation>
    </message>
</context>
<context>
    <name>tenken::cli::VerifyCommands</name>
    <message>
        <source>Restored inspection %1, revision %2.</source>
        <translation>点検 %1（第%2版）を復元しました。</translation>
    </message>
    <message>
        <source>%1 is no PDF of a submission that this version can read, so there is nothing to restore.</source>
        <translation>%1 は、この版のTenkenで読める点検の提出のPDFではないため、復元するものがありません。</translation>
    </message>
</context>
<context>
    <name>tenken::cli::WrittenFile</name>
    <message>
        <source>Wrote %1.</source>
        <translation>%1 を書き出しました。</translation>
    </message>
</context>
<context>
    <name>tenken::wording::Comparison</name>
    <message>
        <source>Department × department</source>
        <translation>所属 × 所属</translation>
    </message>
    <message>
        <source>Year × year</source>
        <translation>年度 × 年度</translation>
    </message>
    <message>
        <source>Revision × revision</source>
        <translation>版 × 版</translation>
    </message>
    <message>
        <source>Self-inspection × audit</source>
        <translation>自己点検 × 監査</translation>
    </message>
    <message>
        <source>Department × whole city</source>
        <translation>所属 × 全庁</translation>
    </message>
    <message>
        <source>The departments of one round, side by side.</source>
        <translation>1回の点検の所属を並べて比べます。</translation>
    </message>
    <message>
        <source>The years side by side: only items that stayed the same, only departments that submitted in every year.</source>
        <translation>年度を並べて比べます。同じままの設問と、どの年度も提出した所属だけを数えます。</translation>
    </message>
    <message>
        <source>The revisions of one round: what was put right after the first submission.</source>
        <translation>1回の点検の版を並べます。最初の提出のあとに直ったところが分かります。</translation>
    </message>
    <message>
        <source>What a department says of itself beside what the audit found.</source>
        <translation>所属の自己点検と、監査の結果を並べます。</translation>
    </message>
    <message>
        <source>A department&apos;s answers beside the sum of the whole city.</source>
        <translation>所属の回答と、全庁の合計を並べます。</translation>
    </message>
    <message>
        <source>Revision %1</source>
        <translation>第%1版</translation>
    </message>
    <message>
        <source>%1: audit</source>
        <translation>%1（監査）</translation>
    </message>
    <message>
        <source>%1: self-inspection</source>
        <translation>%1（自己点検）</translation>
    </message>
    <message>
        <source>Not asked or not submitted</source>
        <translation>設問の対象でないか、提出がありません</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条項</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>推移</translation>
    </message>
</context>
</TS>
