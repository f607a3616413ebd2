"""Lines in the manner of the breaks: four to twelve words, some with commas, some with two sentences."""

from __future__ import annotations

from assistant.language import Language

LINES = {
    Language.NB: (
        "Her er to minutter som er dine.",
        "Du kan se ned, eller la blikket hvile på noe i rommet.",
        "Legg merke til pusten, akkurat slik den er nå.",
        "Inn gjennom nesen, om det passer deg. Og langsomt ut.",
        "Tell fem ting som er blå.",
        "Velg noe å se etter: hjørner, noe rundt, skygger.",
        "Hva hører du nær deg, og hva hører du langt borte?",
        "Tankene går kanskje et annet sted. Det er helt greit.",
        "La skuldrene få synke litt, hvis de vil.",
        "Det som hører til samtalen, kan bli igjen der.",
        "Fire ting du kan kjenne: stolen, klærne, luften.",
        "Se opp når du er klar. Takk for at du tok deg tid.",
    ),
    Language.EN: (
        "Here are two minutes that are yours.",
        "You may look down, or let your eyes rest on something.",
        "Notice your breath, exactly as it is right now.",
        "In through the nose, if that suits you. And slowly out.",
        "Count five things that are blue.",
        "Choose something to look for: corners, round things, shadows.",
        "What can you hear close by, and what is further away?",
        "Thoughts may wander somewhere else. That is quite all right.",
        "Let your shoulders sink a little, if they like.",
        "What belongs to that conversation can stay with it.",
        "Four things you can feel: the chair, your clothes, the air.",
        "Look up when you are ready. Thank you for taking the time.",
    ),
}
