from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('desk', '0014_review_mail'),
    ]

    operations = [
        migrations.AddField(
            model_name='agendaversion',
            name='occasion',
            field=models.SlugField(blank=True, max_length=20),
        ),
    ]
