"""Words that pages put around an article, by what they do, in the commonest languages of news pages.

General words of the trade, not of any outlet. They are features of a learned classifier, none of them decides alone.

>>> kinds_of("Share this story")
frozenset({'share'})
"""

from __future__ import annotations

import re
from typing import Literal, get_args

Kind = Literal[
    "share",
    "follow",
    "comment",
    "legal",
    "cookies",
    "account",
    "advert",
    "related",
    "byline",
    "picture",
    "dated",
    "topics",
    "shop",
    "contact",
    "person",
    "summary",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
READ = 400
"""Only the first and last so many characters of a line are looked at."""

WORDS: dict[Kind, str] = {
    "share": r"share|shares|tweet|facebook|twitter|whatsapp|telegram|linkedin|pinterest|reddit|flipboard|instagram|youtube|tiktok|copy link|link copied|e-?mail|print|bookmark|save article|partager|teilen|drucken|compartir|condividi|compartilhar|delen|udostępnij|paylaş|поделиться|поділитися|распечатать|مشاركة|分享|シェア",
    "follow": r"follow us|follow|subscribe|subscribers?|subscription|newsletters?|sign ?up|inbox|get the latest|join our|our app|download|notifications?|rss|podcasts?|abonnez|s'abonner|abonnieren|abonnement|folgen sie|suscr[ií]bete|suscr[ií]base|bolet[ií]n|iscriviti|assine|abonneren|zapisz się|abone ol|подпис\w+|подпишитесь|підпис\w+|рассылк\w+|اشترك|订阅",
    "comment": r"comments?|commenting|replies|reply|leave a (?:comment|reply)|join the conversation|discussion|upvotes?|report abuse|commentaires?|kommentare?|comentarios?|commenti|reacties|komentarz\w*|yorum\w*|комментари\w+|коментар\w*|تعليق\w*|评论|コメント",
    "legal": r"©|\(c\)|copyright|copyrighted|all rights reserved|rights reserved|terms of (?:use|service)|terms (?:and|&) conditions|reproduc\w+|republish\w*|redistribut\w+|without (?:\w+ )?(?:written |prior )*(?:permission|consent|contract)|trademarks?|legal (?:notice|warning)|disclaimer|tous droits réservés|reproduction interdite|alle rechte vorbehalten|todos los derechos|tutti i diritti|todos os direitos|alle rechten|wszelkie prawa|tüm hakları|все права|при использовании|использование материалов|усі права|всі права|перепечат\w+|جميع الحقوق|版权所有|無断転載",
    "cookies": r"cookies?|privacy|gdpr|consent|personal data|do not sell|accessibility|datenschutz|impressum|confidentialité|mentions légales|privacidad|aviso legal|privacidade|gizlilik|конфиденциальност\w+|конфіденційн\w+|الخصوصية|隐私",
    "account": r"log ?in|log ?out|sign ?in|sign ?out|register|my account|account|password|search|menu|skip to|home|navigation|close|open|toggle|show more|load more|see all|view all|back to top|next|previous|connexion|se connecter|recherche|anmelden|suche|startseite|iniciar sesión|buscar|inicio|accedi|cerca|entrar|zaloguj|szukaj|giriş|ara|войти|поиск|главная|увійти|пошук|головна|بحث|الرئيسية|登录|搜索|ログイン",
    "advert": r"advert\w*|sponsored|promoted|paid (?:post|content)|ad choices|affiliate\w*|commissions?|publicité|anzeige|werbung|publicidad|pubblicità|publicidade|advertentie|reklam\w*|реклама|на правах рекламы|إعلان|广告|広告",
    "related": r"read more|read also|read next|see also|more (?:from|on|in|about|stories|news)|most (?:read|popular|viewed|recent)|related|recommended|recommendations|trending|popular|latest|you (?:may|might) (?:also )?(?:like|be interested)|don't miss|editors?'? picks?|top stories|up next|also read|all news|news feed|lire aussi|à lire|lire la suite|les plus lus|mehr zum thema|lesen sie auch|auch interessant|weiterlesen|meistgelesen|lee también|leer más|más noticias|te puede interesar|leggi anche|leia (?:também|mais)|lees ook|lees meer|czytaj (?:też|także|więcej)|ayrıca oku|son haberler|читайте (?:также|еще|ещё)|читать далее|последние новости|главные новости|похожие|читайте також|останні новини|اقرأ أيضا|相关|推荐|関連",
    "byline": r"by|written by|reporting by|edited by|editing by|reported by|additional reporting|contribut(?:ed|or|ors|ing)|correspondent|staff writer|author|editor|par|von|por|di|door|autor|auteur|autore|redaktion|yazar|автор|редактор|текст|بقلم|作者|記者|记者",
    "picture": r"photo|photos|photograph\w*|photographer|image|images|picture|pictured|illustration|getty|shutterstock|courtesy|credit|file photo|video|watch|gallery|caption|crédits?|foto|fotos|bild|imagen|immagine|fotografia|zdjęcie|fotoğraf|фото|видео|відео|иллюстрация|صورة|图|写真",
    "dated": r"published|updated|last updated|posted|modified|ago|min(?:ute)?s? read|read time|publié|mis à jour|il y a|veröffentlicht|aktualisiert|vor \d+|publicado|actualizado|hace \d+|pubblicato|aggiornato|atualizado|gepubliceerd|opublikowano|güncelle\w+|опубликовано|обновлено|назад|оновлено|نشر|发布|更新",
    "topics": r"tags?|topics?|categor(?:y|ies)|keywords?|filed under|hashtags?|in this (?:article|story)|sections?|sujets|thèmes|themen|schlagwort\w*|stichwort\w*|etiquetas|temas|argomenti|assuntos|onderwerpen|tagi|etiketler|теги|темы|метки|الوسوم|标签|タグ",
    "shop": r"shop|shopping|buy|cart|checkout|prices?|coupons?|deals?|free trial|get started|book (?:a|now)|request a (?:demo|quote)|pricing|add to|order now|amazon|learn more|contact sales",
    "contact": r"contact|about us|about|careers|jobs|help|support|faq|feedback|advertise|press|sitemap|site map|email us|got a tip|tips|phone|call|kontakt|über uns|contacto|quiénes somos|contatti|chi siamo|iletişim|контакты|о нас|о проекте|редакция|اتصل بنا|关于|联系",
    "person": r"is an? (?:\w+[ -]){0,3}(?:reporter|journalist|editor|writer|columnist|correspondent|contributor|author|professor|fellow|freelance\w*|expert|specialist)|covers|joined|(?:he|she|they) (?:lives|writes|covers)|reach (?:him|her|them)|about the author|is based in|journaliste|redakteur\w*|periodista|журналист\w*",
    "summary": r"table of contents|in this article|key (?:points|takeaways|facts)|takeaways|at a glance|tl;?dr|highlights|contents|summary|faqs?|frequently asked|conclusion|overview|inhalt|sommaire|índice|оглавление|содержание",
}
PATTERNS = {kind: re.compile(rf"(?<!\w)(?:{words})(?!\w)") for kind, words in WORDS.items()}


def kinds_of(line: str) -> frozenset[Kind]:
    """Return what the words of a line do on a page, as far as its beginning and end tell."""
    shown = line if len(line) <= 2 * READ else f"{line[:READ]} {line[-READ:]}"
    shown = shown.casefold().replace("’", "'")
    return frozenset(kind for kind, pattern in PATTERNS.items() if pattern.search(shown))


def shares(line: str) -> list[float]:
    """Return for each kind, in order, the share of the line's beginning that its words cover, 0 to 1.

    >>> max(shares("Facebook"))
    1.0
    """
    shown = line[:READ].casefold().replace("’", "'")
    size = max(1, len(shown))
    found = []
    for pattern in PATTERNS.values():
        first = pattern.search(shown)
        found.append(sum([hit.end() - hit.start() for hit in pattern.finditer(shown)]) / size if first else 0.0)
    return found
